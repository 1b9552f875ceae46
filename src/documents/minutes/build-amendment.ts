import { Document, Packer, Paragraph } from 'docx'
import type { AmendmentContent } from '../../domain/minutes/minutes-content.ts'

/** A numbered amendment (更正) of signed minutes as a .docx. */
export async function buildAmendment(content: AmendmentContent): Promise<Buffer> {
  const lines = [content.planTitle, content.office, content.text]
  return Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }))
}
