import { Document, Packer, Paragraph } from 'docx'
import type { MinutesContent } from '../../domain/minutes/minutes-content.ts'

/** The minutes (会议纪要) as a .docx. */
export async function buildMinutes(content: MinutesContent): Promise<Buffer> {
  const lines = [content.planTitle, content.office, content.chair, ...content.items.map((item) => item.title)]
  return Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }))
}
