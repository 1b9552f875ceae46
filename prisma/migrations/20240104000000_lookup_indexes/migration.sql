-- CreateIndex
CREATE INDEX "AuditEvent_workspaceId_planId_subject_id_idx" ON "AuditEvent"("workspaceId", "planId", "subject", "id");

-- CreateIndex
CREATE INDEX "Delivery_workspaceId_edits_idx" ON "Delivery"("workspaceId", "edits");
