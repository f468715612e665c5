"""Zip archives as documents are packed in them, opened as if they were hostile.

Nothing is ever unpacked onto the disk, so that names in the archive lead nowhere, whatever they
are; an archive inside an archive is not opened. What comes out is bounded: zipfile gives no more of
a member than its entry says, and all entries together may not say more than the limit.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from posixpath import normpath
from zipfile import BadZipFile, ZipFile

from duidu.article.bounds import MOST_TAGS, check_markup
from duidu.article.errors import BrokenDocumentError, OvergrownError, OverlongError, ProtectedError

# Bytes of all members together when unpacked, and the number of members.
LARGEST_UNPACKED = 256 << 20
MOST_MEMBERS = 20_000
_ENCRYPTED = 0x1


class Archive:
    """Reads members by name; raises OpenError for every way in which an archive can be bad."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
            members = self._zip.infolist()
        except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise BrokenDocumentError from error
        if len(members) > MOST_MEMBERS or sum(m.file_size for m in members) > LARGEST_UNPACKED:
            raise OvergrownError
        self._tags = 0
        self._members = {member.filename: member for member in members}

    def __contains__(self, name: str) -> bool:
        return name in self._members

    @property
    def names(self) -> list[str]:
        """The names of all members."""
        return list(self._members)

    def read(self, name: str) -> bytes:
        """Give the bytes of a member; empty where there is none."""
        member = self._members.get(name) or self._members.get(normpath(name))
        if member is None:
            return b""
        if member.flag_bits & _ENCRYPTED:
            raise ProtectedError
        try:
            data = self._zip.read(member)
        except (BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
            raise BrokenDocumentError from error
        except (NotImplementedError, RuntimeError) as error:
            # A way of packing that zipfile does not know, or a password.
            raise ProtectedError from error
        # All that is read may become elements, page after page.
        self._tags += check_markup(data)
        if self._tags > MOST_TAGS:
            raise OverlongError
        return data
