"""Draw the README's picture: the demonstration's table of the sample articles, from a real run."""

import re
import sys
import tempfile
from pathlib import Path

from rich.console import Console

HERE = Path(__file__).parents[1]
sys.path.insert(0, str(HERE))

import demo  # noqa: E402 - found only after the line above
from extract.batch import Batch  # noqa: E402
from extract.pipeline import Extractor  # noqa: E402
from graph import asking, feeding, schema  # noqa: E402
from graph.catalogue.lookup import Catalogue  # noqa: E402
from graph.local.server import LocalServer  # noqa: E402
from graph.settings import Settings  # noqa: E402
from graph.store import open_store  # noqa: E402

PICTURE = HERE / "docs" / "images" / "demo.svg"
ROWS = 9


def main() -> None:
    """Load the samples into a graph that is thrown away, and draw what it says of one story."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder) / "data", bolt_port=0, http_port=0)
        server = LocalServer(settings)
        try:
            server.ensure_running()
            with open_store(settings) as store:
                schema.prepare(store)
                batch = Batch([str(HERE / "samples")], any_language=False)
                feeding.feed(
                    store, batch.extractions(Extractor.open(settings.pipeline, Catalogue.open(None)))
                )
                question = asking.question("@who_did_what", {"from": "2026-01-28", "to": "2026-02-03"})
                rows, _ = store.ask(question.text, question.parameters, limit=200)
        finally:
            server.stop()
    wanted = [
        row for row in rows if row["did"] in {"DENIED", "MET_WITH", "THREATENED", "WARNED", "SUPPORTED"}
    ]
    console = Console(record=True, width=132, file=sys.stderr, highlight=False)
    console.print(demo.table(wanted[:ROWS]), markup=False)
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    # Without the fonts that it would fetch from elsewhere: a picture of ours calls nobody.
    drawn = re.sub(r"@font-face \{.*?\}", "", console.export_svg(title="make demo"), flags=re.DOTALL)
    PICTURE.write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
