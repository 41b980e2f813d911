"""The house rules of the features: what keeps them readable, and keeps a mistake from passing.

Each rule is a small function that takes a feature document and returns its complaints, each one
naming file and line. `form` looks at the skeleton, `wording` at the words, `vocabulary` at the step
definitions, `bindings` at the modules that make pytest play a folder.
"""

from __future__ import annotations

from steps.house_rules.form import FORM_RULES
from steps.house_rules.scenarios import SCENARIO_RULES
from steps.house_rules.tags import TAG_RULES
from steps.house_rules.wording import WORDING_RULES

ALL_RULES = FORM_RULES + TAG_RULES + SCENARIO_RULES + WORDING_RULES
