"""Whether an act happened, is planned, is only possible or is denied: what the words around a trigger say."""
