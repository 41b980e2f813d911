"""``python -m mocks`` is ``proefloket``."""

from mocks.cli import main

main()
