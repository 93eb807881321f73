"""Is what the extractor needs there: spaCy and its pipeline."""

from collections.abc import Iterator

from graph.checkup import Finding, package_version
from graph.errors import AppError
from graph.settings import Settings


def findings() -> Iterator[Finding]:
    """Yield what was found of spaCy and the pipeline that the settings name."""
    spacy = package_version("spacy")
    if spacy is None:
        yield Finding("spaCy", good=False, found="not installed", remedy="pip install 'newsgraph[extract]'")
        return
    yield Finding("spaCy", good=True, found=spacy)
    name = Settings().pipeline
    from extract.pipeline import Extractor

    try:
        Extractor.open(name)
    except AppError as error:
        yield Finding("pipeline", good=False, found=str(error), remedy="pip install 'newsgraph[extract]'")
    else:
        yield Finding("pipeline", good=True, found=f"{name} {package_version(name) or ''}".strip())
