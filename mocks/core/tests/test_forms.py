"""What people type into forms: e-mail addresses."""

from __future__ import annotations

import pytest

from mocks.core.forms import MalformedEmail, read_email

LONGEST = "a" * 64 + "@" + ".".join(["b" * 63, "c" * 63, "be"])


@pytest.mark.parametrize(
    "text",
    [
        "info@de-kade.example",
        "jan.peeters@de-kade.example",
        "jan+kiosk@post.example",
        "o'neil@post.example",
        "J_P-1%x@POST.EXAMPLE",
        "a@b.be",
        "info@xn--caf-dma.example",
        "kantoor@9-maanden.museum",
        LONGEST,
    ],
)
def test_an_email_address_is_read_without_the_spaces_around_it(text: str) -> None:
    assert read_email(f"  {text}\t") == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "jan",
        "jan@",
        "@de-kade.example",
        "jan@localhost",
        "jan@@de-kade.example",
        "jan@de-kade..example",
        "jan@.example",
        "jan@de-kade.example.",
        "jan@-de-kade.example",
        "jan@de-kade-.example",
        ".jan@de-kade.example",
        "jan.@de-kade.example",
        "jan..peeters@de-kade.example",
        "jan peeters@de-kade.example",
        "jan@de kade.example",
        "jan@de_kade.example",
        "jan@[127.0.0.1]",
        "Jan Peeters <jan@de-kade.example>",
        "jan@de-kade.example, els@de-kade.example",
        "jan@de-kade.example;els@de-kade.example",
        "jan@de-kade.example\nBcc: els@de-kade.example",
        "mailto:jan@de-kade.example",
        "jan@café.example",
        "jan\u202e@de-kade.example",
        "jan@de-kade.example\0",
        "<script>@de-kade.example",
        "%(x)s{{7*7}}@de-kade.example",
        "a" * 65 + "@de-kade.example",
        "jan@" + "b" * 64 + ".example",
        "a" * 100 + "." + LONGEST,
        ("a." * 50_000) + "@",
    ],
)
def test_anything_else_is_no_email_address_and_the_sentence_says_how_it_is_written(text: str) -> None:
    with pytest.raises(MalformedEmail) as refused:
        read_email(text)
    assert "is geen e-mailadres. Schrijf het zoals voornaam.naam@organisatie.be." in refused.value.sentence
    assert len(refused.value.sentence) < 150
