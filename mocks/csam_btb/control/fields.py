"""What the facts of CSAM are made of: days, telephone numbers, numbers, addresses."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from mocks.csam_btb.domain.keys import PHONE
from mocks.csam_btb.domain.nominations import EMAIL, LONGEST_EMAIL, LONGEST_NUMBER

Day = Annotated[date, Field(ge=date(1900, 1, 1))]
Phone = Annotated[str, Field(pattern=f"^{PHONE}$")]
Number = Annotated[str, Field(max_length=LONGEST_NUMBER)]
Email = Annotated[str, Field(pattern=f"^{EMAIL}$", max_length=LONGEST_EMAIL)]
