"""The command line: `gossamer-cli COMMAND`, one file for each command. It never imports Qt.

Exit codes: 0 done; 2 the person's input is wrong (a sentence and a hint on stderr); 130 stopped
with Ctrl-C; 1 a bug, with its traceback.
"""

from engine.cli.program import main

__all__ = ["main"]
