"""Phone and account numbers as people type them into KIOSK."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from mocks.core.forms import FieldMissing, UnreadableText
from mocks.eloketten.kiosk.domain.contacts import read_phone
from mocks.eloketten.kiosk.errors import MalformedPhone
from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, words
from mocks.eloketten.kiosk.tests.every_form import DOSSIER, scene
from mocks.eloketten.kiosk.tests.forms import form_on, open_form
from mocks.eloketten.kiosk.tests.said import claims

ACCOUNT = f"/dossiers/{DOSSIER}/rekeningnummer"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("02 123 45 67", "+3221234567"),
        ("02/123.45.67", "+3221234567"),
        ("(02) 123-45-67", "+3221234567"),
        ("021234567", "+3221234567"),
        ("050 12 34 56", "+3250123456"),
        ("0470 12 34 56", "+32470123456"),
        ("0470/123456", "+32470123456"),
        ("0800 12 345", "+3280012345"),
        ("+32 2 123 45 67", "+3221234567"),
        ("+32 (0)2 123 45 67", "+3221234567"),
        ("0032 2 123 45 67", "+3221234567"),
        ("0032 (0)470 12 34 56", "+32470123456"),
        ("+31 20 123 45 67", "+31201234567"),
        ("0033 1 23 45 67 89", "+33123456789"),
        ("+352 27 12 34", "+352271234"),
        ("+1 (555) 010-0199", "+15550100199"),
        ("  +49 30 1234567  ", "+49301234567"),
    ],
)
def test_a_phone_number_is_read_with_its_country(typed: str, number: str) -> None:
    assert read_phone(typed) == number
    assert read_phone(number) == number, "as it stands in the form the next time"


@pytest.mark.parametrize(
    "typed",
    [
        "veel",
        "12",
        "2 123 45 67",
        "02 123 45 6",
        "02 123 45 678",
        "0470 12 34 5",
        "0470 12 34 567",
        "00 12 34",
        "+32",
        "+32 02 123 45 67",
        "+32 2 123 45 6",
        "+0 2 123 45 67",
        "++32 2 123 45 67",
        "02 123 45 67 toestel 3",
        "02 123 45 67, 02 123 45 68",
        "02 123 45 67 of 68",
        "+" + "9" * 16,
        "+123456",
        "０２１２３４５６７",
        "٠٢١٢٣٤٥٦٧",
        "02\u202e1234567",
        "02 123 45 6\u00b2",
        "<script>alert(1)</script>",
        "%(x)s{{7*7}}",
        "' OR 1=1 --",
        "(0)",
    ],
)
def test_anything_else_is_no_phone_number(typed: str) -> None:
    with pytest.raises(MalformedPhone, match=r"is geen telefoonnummer\. Schrijf het zoals 02 123 45 67"):
        read_phone(typed)


def test_what_is_no_line_of_text_is_refused_as_such() -> None:
    with pytest.raises(FieldMissing):
        read_phone(" ")
    for typed in ("02 123 45 67\0", "02 123\n45 67", "0" * 201):
        with pytest.raises(UnreadableText):
            read_phone(typed)


ACCOUNTS = {
    "be68539007547034": "BE68 5390 0754 7034",
    "NL91ABNA0417164300": "NL91 ABNA 0417 1643 00",
    "FR14 2004 1010 0505 0001 3M02 606": "FR14 2004 1010 0505 0001 3M02 606",
    "DE89-3704-0044-0532-0130-00": "DE89 3704 0044 0532 0130 00",
    "LU28 0019 4006 4475 0000": "LU28 0019 4006 4475 0000",
    "GB29.NWBK.6016.1331.9268.19": "GB29 NWBK 6016 1331 9268 19",
    "NO93 8601 1117 947": "NO93 8601 1117 947",
    "MT84 MALT 0110 0001 2345 MTLC AST0 01S": "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
}
"""The examples of the IBAN registry as people type them, and how a page shows them."""


def test_an_account_of_any_country_is_kept_and_one_digit_wrong_is_not() -> None:
    kiosk = scene(KioskAlone())
    jan = Browser(kiosk)
    jan.sign_in(claims())
    for typed, shown in ACCOUNTS.items():
        form = open_form(jan, ACCOUNT)
        last = max(place for place, sign in enumerate(typed) if sign.isdigit())
        for place in (2, last):
            wrong = f"{typed[:place]}{(int(typed[place]) + 1) % 10}{typed[place + 1 :]}"
            answer = form.send(jan, account=wrong)
            assert answer.status_code == HTTPStatus.BAD_REQUEST, wrong
            assert form_on(answer, ACCOUNT).fields["account"] == wrong
            assert 'id="field-account-error"' in answer.text
        assert form.send(jan, account=typed).status_code == HTTPStatus.SEE_OTHER, typed
        assert f"Rekeningnummer {shown}" in words(jan.get(f"/dossiers/{DOSSIER}"))
