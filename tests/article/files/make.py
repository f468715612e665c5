"""Make the documents beside this file with other people's programs: pandoc and LibreOffice.

    python tests/article/files/make.py

The text is ours. The files are committed, since a machine that tests has neither program.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
# With a password, which nobody needs to know.
PROTECTED = HERE.parent / "protected"
LOCKED = (
    'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
    '"DocumentOpenPassword":{"type":"string","value":"tea"}}'
)
SOURCE = HERE / "tea.md"
PANDOC = {
    "pandoc.docx": "docx",
    "pandoc.odt": "odt",
    "pandoc-3.epub": "epub3",
    "pandoc-2.epub": "epub2",
    "pandoc.fb2": "fb2",
    "pandoc.rtf": "rtf",
}


def main() -> None:
    """Write every document anew."""
    for name, kind in PANDOC.items():
        subprocess.run(["pandoc", "-s", SOURCE, "-t", kind, "-o", HERE / name], check=True)
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("docx", "rtf", "pdf"):
            subprocess.run(
                ["soffice", "--headless", "--convert-to", kind, "--outdir", folder,
                 HERE / "pandoc.odt"],
                check=True,
            )  # fmt: skip
            (HERE / f"libreoffice.{kind}").write_bytes(Path(folder, f"pandoc.{kind}").read_bytes())
    command = ["soffice", "--headless", "--convert-to", LOCKED, "--outdir", PROTECTED]
    subprocess.run([*command, HERE / "libreoffice.docx"], check=True)


if __name__ == "__main__":
    main()
