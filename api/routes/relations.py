"""The ontology: which relations, statuses and kinds of actors there are."""

from fastapi import APIRouter

from api.schemas import KindOfActor, Ontology, Relation, Status
from graph import ontology

router = APIRouter(prefix="/v1", tags=["ontology"])


@router.get("/relations", operation_id="getOntology", summary="What may exist in the graph")
def relations() -> Ontology:
    """Return all relations, statuses and kinds with their definitions."""
    known = ontology.load()
    return Ontology(
        kinds=[KindOfActor(**kind.model_dump()) for kind in known.kinds.values()],
        statuses=[Status(**status.model_dump()) for status in known.statuses.values()],
        relations=[
            Relation(**{**each.model_dump(), "modes": list(each.modes)}) for each in known.relations.values()
        ],
    )
