"""What exists in the KBO and what a function is worth, without Flask and without tables."""

from __future__ import annotations

from mocks.kbo.domain.codes import (
    FUNCTION_CODES,
    LEGAL_FORMS,
    LEGAL_SITUATIONS,
    REPRESENTATIVE_CODES,
    FunctionCode,
    FunctionType,
    Power,
    function_code,
)
from mocks.kbo.domain.enterprises import (
    Address,
    Coded,
    Contact,
    Denomination,
    Enterprise,
    Kind,
    Language,
    NameType,
    Status,
    TargetGroup,
    extract_facts,
    labelled,
    search_key,
    search_words,
)
from mocks.kbo.domain.functions import Function, FunctionNumber, Held, function_facts
from mocks.kbo.domain.publication import AT_ONCE, Coming, Delay, Revision, visible_from

__all__ = [
    "AT_ONCE",
    "FUNCTION_CODES",
    "LEGAL_FORMS",
    "LEGAL_SITUATIONS",
    "REPRESENTATIVE_CODES",
    "Address",
    "Coded",
    "Coming",
    "Contact",
    "Delay",
    "Denomination",
    "Enterprise",
    "Function",
    "FunctionCode",
    "FunctionNumber",
    "FunctionType",
    "Held",
    "Kind",
    "Language",
    "NameType",
    "Power",
    "Revision",
    "Status",
    "TargetGroup",
    "extract_facts",
    "function_code",
    "function_facts",
    "labelled",
    "search_key",
    "search_words",
    "visible_from",
]
