"""What the doctor says of the actor catalogue."""

from collections.abc import Iterator
from contextlib import closing

from graph.catalogue.commands import path
from graph.catalogue.lookup import Catalogue
from graph.checkup import Finding
from graph.errors import AppError


def findings() -> Iterator[Finding]:
    """Yield what was found of the catalogue in the data directory and of what ships."""
    file = path(None)
    try:
        with closing(Catalogue.open(file)) as catalogue:
            sizes = catalogue.sizes()
    except AppError as error:
        yield Finding(
            "actor catalogue",
            good=False,
            found=str(error),
            remedy=f"remove {file} and import its sources anew: newsgraph actors import",
        )
        return
    own = f"{sizes[0]:,} imported, " if len(sizes) > 1 else ""
    yield Finding("actor catalogue", good=True, found=f"{own}{sizes[-1]:,} that ship")
