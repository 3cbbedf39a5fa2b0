"""``python -m turnpoint``."""

from turnpoint.interfaces.cli.main import main

main()
