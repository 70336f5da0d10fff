"""What the models of the events have in common."""

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A frozen value that a consumer reads.

    What a later version adds is ignored, so that a consumer need not be the first to be updated.
    """

    model_config = ConfigDict(extra="ignore", frozen=True, json_schema_serialization_defaults_required=True)
