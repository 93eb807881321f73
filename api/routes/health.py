"""Is the service up, and does its store answer."""

from fastapi import APIRouter

from api.deps import StoreDep
from api.schemas import Health

router = APIRouter(tags=["health"])


@router.get("/healthz", operation_id="health", summary="The process is up")
async def healthz() -> Health:
    """Answer as long as the process runs, also while all threads wait for a store that is away."""
    return Health(status="ok")


@router.get("/readyz", operation_id="readiness", summary="The store answers")
def readyz(store: StoreDep) -> Health:
    """Answer 200 when queries can be answered, 503 when not."""
    store.read("read/answers")
    return Health(status="ok")
