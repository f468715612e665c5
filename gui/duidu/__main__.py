"""Run the program with `python -m duidu`."""

import sys

from duidu.cli import main

sys.exit(main())
