"""Tab-separated files, plain, .gz or .zip, line by line."""

import gzip
import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from graph.errors import InputError

_BLOCK = 1 << 20


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """Yield the bytes of a file, of the one file in it where it is a .zip.

    Raises:
        InputError: it cannot be read, is damaged, or is a .zip of several files.

    """
    try:
        if path.suffix.lower() == ".gz":
            with gzip.open(path, "rb") as stream:
                yield cast("IO[bytes]", stream)
        elif path.suffix.lower() == ".zip":
            with zipfile.ZipFile(path) as archive:
                names = [each for each in archive.namelist() if not each.endswith("/")]
                if len(names) != 1:
                    raise InputError(
                        f"{path}: holds {len(names)} files, not one; unpack it and name those to load"
                    )
                with archive.open(names[0]) as stream:
                    yield stream
        else:
            with path.open("rb") as stream:
                yield stream
    except (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile) as error:
        raise InputError(
            f"{path}: the compressed file is damaged or cut off ({error}); fetch it anew"
        ) from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from error


def digest(path: Path) -> str:
    """Return the hex SHA-256 of what the file holds, unpacked."""
    found = hashlib.sha256()
    with opened(path) as stream:
        while block := stream.read(_BLOCK):
            found.update(block)
    return found.hexdigest()


class Lines:
    """The lines of a stream, split at tabs; `number` is that of the latest, from 1.

    A line that is no UTF-8 is one column of what can be read of it, so that whoever reads it refuses it.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self.number = 0
        self._stream = io.BufferedReader(cast("io.RawIOBase", stream), _BLOCK)

    def __iter__(self) -> Iterator[list[str]]:
        for line in self._stream:
            self.number += 1
            try:
                text = line.decode("utf-8-sig" if self.number == 1 else "utf-8")
            except UnicodeDecodeError:
                yield [line.decode("utf-8", "replace")]
                continue
            text = text.rstrip("\r\n")
            if text:
                yield text.split("\t")
