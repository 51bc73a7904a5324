"""Why a frame that fits a trigger with its parties may yet tell no event."""
