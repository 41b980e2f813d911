"""What the tests of the KBO share."""

from __future__ import annotations

import pytest

from mocks.kbo.tests.alone import CIJFERWIJS, DE_KADE, JAN, KAPELDORP, KboAlone


@pytest.fixture
def empty_kbo() -> KboAlone:
    """Return a KBO that knows nothing."""
    return KboAlone()


@pytest.fixture
def kbo(empty_kbo: KboAlone) -> KboAlone:
    """Return a KBO with three enterprises, of which Jan is bestuurder of one."""
    empty_kbo.enterprise(
        DE_KADE,
        name="Théâtre De Kade vzw",
        start_date="1998-09-01",
        legal_form={"code": "017"},
        address={
            "street": "Souffleurskaai",
            "house_number": "3",
            "postcode": "9000",
            "municipality": "Gent",
        },
        contact={"email": "info@de-kade.example"},
    )
    empty_kbo.enterprise(CIJFERWIJS, name="Boekhoudkantoor Cijferwijs bv", start_date="2006-02-15")
    empty_kbo.enterprise(KAPELDORP, name="Gemeente Kapeldorp", start_date="1977-01-01", target_group="LB")
    empty_kbo.function(DE_KADE, JAN, "10002", begin="2010-06-01")
    return empty_kbo
