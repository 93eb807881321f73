"""Commands of the analysis: measures of actors, bridges, balance, change, paths."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph import selecting

if TYPE_CHECKING:
    import networkx as nx

    from graph.analysis.measures import Engine
    from graph.analysis.projection import Projection, Weight
    from graph.selection import Selection
    from graph.store import Store

AsJson = Annotated[bool, typer.Option("--json", help="JSON lines instead of a table.")]
Limit = Annotated[int, typer.Option(min=1, help="Most rows that are shown.")]
OfWeight = Annotated[
    str, typer.Option("--weight", help="What a connection weighs: claims, articles, publishers or one.")
]
OfEngine = Annotated[str, typer.Option("--engine", help="networkx, or igraph for large graphs.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    analysis = typer.Typer(help="Measures on the graph of who did what to whom.", no_args_is_help=True)
    for command in (measure, bridges, balance, reciprocity, change, path):
        analysis.command()(command)
    app.add_typer(analysis, name="analysis")


def measure(
    name: Annotated[
        str,
        typer.Argument(
            help="degree, weighted-degree, pagerank, betweenness, brokers (constraint: the lower the more a broker),"
            " communities or balance (1 cooperation, -1 conflict)."
        ),
    ],
    *,
    relation: selecting.Relations = None,
    status: selecting.Statuses = None,
    publisher: selecting.Publisher = "",
    rating: selecting.Rating = "",
    voice: selecting.OfVoice = "any",
    since: selecting.Since = "",
    until: selecting.Until = "",
    weight: OfWeight = "claims",
    engine: OfEngine = "networkx",
    write: Annotated[
        bool, typer.Option("--write", help="Write it to the actors, as a property of that name.")
    ] = False,
    limit: Limit = 20,
    as_json: AsJson = False,
) -> None:
    """Measure actors, and say what was measured."""
    from graph import console
    from graph.analysis import measures, writing_back
    from graph.settings import Settings
    from graph.store import open_store

    if name not in measures.MEASURES:
        raise typer.BadParameter(f"one of {', '.join(measures.MEASURES)}", param_hint="NAME")
    projection = _projection(
        selecting.selection(relation, status, publisher, rating, voice, since, until), weight
    )
    with open_store(Settings(), announce=console.note) as store:
        found = _projected(store, projection)
        scores = measures.measure(found, name, engine=_engine(engine))
        if write:
            count = writing_back.write(store, name, scores, projection)
            console.note(f"written to {count} actors as {name.replace('-', '_')}")
    ordered = sorted(scores.items(), key=_rising if name in measures.LOWEST_FIRST else _falling)
    rows = [{**_named(found, actor), name: score} for actor, score in ordered[:limit]]
    console.print_rows(rows, as_json=as_json)


def bridges(
    *,
    relation: selecting.Relations = None,
    status: selecting.Statuses = None,
    publisher: selecting.Publisher = "",
    rating: selecting.Rating = "",
    voice: selecting.OfVoice = "any",
    since: selecting.Since = "",
    until: selecting.Until = "",
    engine: OfEngine = "networkx",
    limit: Limit = 100,
    as_json: AsJson = False,
) -> None:
    """Name the pairs whose connection alone holds two parts of the graph together."""
    from graph import console
    from graph.analysis import measures
    from graph.settings import Settings
    from graph.store import open_store

    projection = _projection(
        selecting.selection(relation, status, publisher, rating, voice, since, until), "one"
    )
    with open_store(Settings(), announce=console.note) as store:
        found = _projected(store, projection)
    pairs = measures.bridges(found, engine=_engine(engine))
    console.note(f"{len(pairs)} bridges")
    console.print_rows([_pair(found, *each) for each in pairs[:limit]], as_json=as_json)


def balance(
    *,
    relation: selecting.Relations = None,
    status: selecting.Statuses = None,
    publisher: selecting.Publisher = "",
    rating: selecting.Rating = "",
    voice: selecting.OfVoice = "any",
    since: selecting.Since = "",
    until: selecting.Until = "",
    weight: OfWeight = "claims",
    limit: Limit = 20,
    as_json: AsJson = False,
) -> None:
    """Weigh cooperation against conflict for each pair, those with most of both first."""
    from graph import console
    from graph.analysis import measures
    from graph.settings import Settings
    from graph.store import open_store

    projection = _projection(
        selecting.selection(relation, status, publisher, rating, voice, since, until), weight
    )
    with open_store(Settings(), announce=console.note) as store:
        found = _projected(store, projection)
    rows = [
        {
            **_pair(found, *pair),
            "cooperation": each.cooperation,
            "conflict": each.conflict,
            "balance": each.balance,
        }
        for pair, each in measures.signed_balance(found).items()
    ]
    rows.sort(key=_by_both)
    console.print_rows(rows[:limit], as_json=as_json)


def reciprocity(
    *,
    relation: selecting.Relations = None,
    status: selecting.Statuses = None,
    publisher: selecting.Publisher = "",
    rating: selecting.Rating = "",
    voice: selecting.OfVoice = "any",
    since: selecting.Since = "",
    until: selecting.Until = "",
    as_json: AsJson = False,
) -> None:
    """Tell which share of directed connections goes both ways."""
    from graph import console
    from graph.analysis import measures
    from graph.settings import Settings
    from graph.store import open_store

    projection = _projection(
        selecting.selection(relation, status, publisher, rating, voice, since, until), "one"
    )
    with open_store(Settings(), announce=console.note) as store:
        found = _projected(store, projection)
    row = {"reciprocity": measures.reciprocity(found), "measured": str(projection)}
    console.print_rows([row], as_json=as_json)


def change(
    since: Annotated[str, typer.Argument(metavar="FROM", help="Where the first period begins.")],
    middle: Annotated[str, typer.Argument(metavar="MIDDLE", help="Where it ends and the second begins.")],
    until: Annotated[str, typer.Argument(metavar="TO", help="Where the second ends.")],
    *,
    relation: selecting.Relations = None,
    status: selecting.Statuses = None,
    publisher: selecting.Publisher = "",
    rating: selecting.Rating = "",
    voice: selecting.OfVoice = "any",
    weight: OfWeight = "claims",
    limit: Limit = 20,
    as_json: AsJson = False,
) -> None:
    """Compare the connections of two periods, the greatest differences first."""
    from graph import console
    from graph.analysis import measures
    from graph.settings import Settings
    from graph.store import open_store

    both = [
        _projection(selecting.selection(relation, status, publisher, rating, voice, *period), weight)
        for period in ((since, middle), (middle, until))
    ]
    with open_store(Settings(), announce=console.note) as store:
        before, after = (_projected(store, each) for each in both)
    rows = [
        {
            "source": _name(before if each.source in before else after, each.source),
            "relation": each.relation,
            "target": _name(before if each.target in before else after, each.target),
            "before": each.before,
            "after": each.after,
            "difference": each.difference,
        }
        for each in measures.change(before, after)[:limit]
    ]
    console.print_rows(rows, as_json=as_json)


def path(
    source: Annotated[str, typer.Argument(help="An actor's id.")],
    target: Annotated[str, typer.Argument(help="Another's.")],
    *,
    relation: selecting.Relations = None,
    status: selecting.Statuses = None,
    publisher: selecting.Publisher = "",
    rating: selecting.Rating = "",
    voice: selecting.OfVoice = "any",
    since: selecting.Since = "",
    until: selecting.Until = "",
    ways: Annotated[int, typer.Option(min=1, help="How many shortest ways at most.")] = 1,
    as_json: AsJson = False,
) -> None:
    """Show the shortest ways between two actors, with the sentences behind each step."""
    from graph import console
    from graph.analysis import paths
    from graph.settings import Settings
    from graph.store import open_store

    projection = _projection(
        selecting.selection(relation, status, publisher, rating, voice, since, until), "one"
    )
    rows: list[dict[str, Any]] = []
    with open_store(Settings(), announce=console.note) as store:
        found = _projected(store, projection)
        for way, each in enumerate(paths.shortest(found, source, target, most=ways), start=1):
            for number, step in enumerate(paths.with_evidence(store, projection, each), start=1):
                rows += [
                    {"way": way, "step": number, **{name: row[name] for name in _SHOWN}}
                    for row in step.evidence
                ]
    console.print_rows(rows, as_json=as_json)


_SHOWN = ("who", "did", "whom", "status", "day", "sentence", "said_by", "publisher", "claim")


def _projection(chosen: "Selection", weight: str) -> "Projection":
    from graph.analysis.projection import WEIGHTS, Projection

    known: Weight | None = next((each for each in WEIGHTS if each == weight), None)
    if known is None:
        raise typer.BadParameter(f"one of {', '.join(WEIGHTS)}", param_hint="--weight")
    return Projection(chosen, known)


def _engine(name: str) -> "Engine":
    from graph.analysis.measures import ENGINES

    known: Engine | None = next((each for each in ENGINES if each == name), None)
    if known is None:
        raise typer.BadParameter(f"one of {', '.join(ENGINES)}", param_hint="--engine")
    return known


def _projected(store: "Store", projection: "Projection") -> "nx.MultiDiGraph":
    from graph import console
    from graph.analysis.projection import project

    with console.progress("reading connections") as advance:
        found = project(store, projection, advance=advance)
    console.note(f"measured: {len(found)} actors, {found.number_of_edges()} connections ({projection})")
    return found


def _named(found: "nx.MultiDiGraph", actor: str) -> dict[str, Any]:
    return {"id": actor, "name": _name(found, actor)}


def _pair(found: "nx.MultiDiGraph", left: str, right: str) -> dict[str, Any]:
    return {"left": left, "left_name": _name(found, left), "right": right, "right_name": _name(found, right)}


def _name(found: "nx.MultiDiGraph", actor: str) -> str:
    return str(found.nodes[actor].get("name", actor))


def _falling(item: tuple[str, float]) -> tuple[float, str]:
    return -item[1], item[0]


def _rising(item: tuple[str, float]) -> tuple[float, str]:
    return item[1], item[0]


def _by_both(row: Mapping[str, Any]) -> tuple[float, str, str]:
    return -min(row["cooperation"], row["conflict"]), row["left"], row["right"]
