"""What every test run of the project has: the wires, the vocabulary, the report, and pytester."""

pytest_plugins = [
    "pytester",
    "steps.report.plugin",
    "steps.wires",
    "steps.scene",
    "steps.digital_keys",
    "steps.functions",
    "steps.signing_in",
    "steps.dossiers",
]
