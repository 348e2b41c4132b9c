"""What every part of the configuration is: frozen, and an unknown key is an error."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
