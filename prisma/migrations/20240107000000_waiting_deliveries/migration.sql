-- Written by hand: the messages that wait, by where they go and in which order, so that the next one of every place is found
-- without looking at those behind it.
CREATE INDEX "Delivery_waiting" ON "Delivery" ("workspaceId", "place", "priority", "id")
  WHERE "state" IN ('pending', 'sending', 'unknown');
