import {
  CARD_LINE,
  CARD_SQUARE,
  cardDrawings,
  type CardPictureId,
  type CardPictureRow,
} from '@jalon/types';
import type { SheetWords } from './sheet-words.ts';

const MM = 72 / 25.4;
const PICTURE = 20 * MM;
const INK = '#1d2330';
const SOFT = '#555c6b';

/** Whose row it is, and where it is drawn. */
interface Strip {
  name: string;
  className: string;
  row: CardPictureRow;
}

/** A row of pictures with their names, for the teacher to keep: apart from the card it belongs to. */
export function drawStrip(
  pdf: PDFKit.PDFDocument,
  { name, className, row }: Strip,
  words: SheetWords,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): PDFKit.PDFStructureElement {
  const names = row.map((picture) => cardDrawings[picture].names[words.language]);
  const line = (text: string, top: number, size: number, font: 'plain' | 'bold', lines = 1) =>
    pdf.struct('P', {}, () =>
      pdf
        .font(font)
        .fontSize(size)
        .fillColor(font === 'bold' ? INK : SOFT)
        .text(text, x, y + top, { width, height: size * 1.25 * lines, ellipsis: true }),
    );
  const step = width / row.length;
  return pdf.struct('Sect', {}, [
    line(name, 0, 11, 'bold'),
    line(className, 16, 9, 'plain'),
    pdf.struct('Figure', { alt: words.pictures(names) }, () =>
      row.forEach((picture, i) => {
        const left = x + i * step;
        drawPicture(pdf, picture, { x: left + (step - PICTURE) / 2, y: y + 32 });
        pdf
          .font('bold')
          .fontSize(10)
          .fillColor(INK)
          .text(`${i + 1}. ${names[i]}`, left, y + 34 + PICTURE, { width: step, align: 'center' });
      }),
    ),
    line(words.keepPictures, height - 19, 7.5, 'plain', 2),
  ]);
}

function drawPicture(
  pdf: PDFKit.PDFDocument,
  picture: CardPictureId,
  { x, y }: { x: number; y: number },
): void {
  const { line, solid } = cardDrawings[picture];
  pdf
    .save()
    .translate(x, y)
    .scale(PICTURE / CARD_SQUARE);
  pdf.lineWidth(CARD_LINE).lineCap('round').lineJoin('round');
  pdf.path(line).stroke(INK);
  pdf.path(solid).fill(INK);
  pdf.restore();
}
