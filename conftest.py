"""What every test run of the project has: the wires, the vocabulary, the report, and pytester."""

from hypothesis import HealthCheck, settings

pytest_plugins = [
    "pytester",
    "steps.report.plugin",
    "steps.wires",
    "steps.chromium",
    "steps.scene",
    "steps.digital_keys",
    "steps.functions",
    "steps.signing_in",
    "steps.work_relations",
    "steps.access_managers",
    "steps.federal_roles",
    "steps.persons_in_idm",
    "steps.granting",
    "steps.mandates",
    "steps.dossiers",
    "steps.applicants",
    "steps.elokets",
    "steps.foreign_providers",
    "steps.kmo_portefeuille",
    "steps.calendar",
    "steps.kiosk_dossiers",
    "steps.kiosk_contacts",
    "steps.user_environment",
    "steps.assessors",
    "steps.kiosk_submissions",
    "steps.kiosk_sessions",
    "steps.guide",
]

# Machines are shared, so that no absolute time decides a test; and a red build can be repeated.
settings.register_profile(
    "proefloket", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("proefloket")
