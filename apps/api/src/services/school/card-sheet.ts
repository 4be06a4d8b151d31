import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import type { NewCard } from './make-cards.ts';
import { drawStrip } from './picture-strip.ts';
import type { SheetWords } from './sheet-words.ts';

/** A font with the letters of every language that names are written in here; pdfkit embeds what is used. */
const { resolve } = createRequire(import.meta.url);
const fonts = {
  plain: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
};

const MM = 72 / 25.4;
const PAGE = { width: 210 * MM, height: 297 * MM };
/**
 * Two columns of five cards, a little larger than a bank card: cut along the lines. Where cards ask
 * for pictures, the second column is theirs: one cut from top to bottom parts what the teacher
 * keeps from what the pupils take.
 */
const CARD = { width: 95 * MM, height: 55 * MM };
const MARGIN = {
  left: (PAGE.width - 2 * CARD.width) / 2,
  top: (PAGE.height - 5 * CARD.height) / 2,
};
const INSIDE = 4 * MM;
const QR_SIZE = 34 * MM;
/** Points of the words on a card, where they fit. */
const WORDS_SIZE = 13;
const INK = '#1d2330';
const SOFT = '#555c6b';

/**
 * A PDF (A4, ten cards a page, or five with their rows of pictures) with a card for each pupil:
 * name, class, the words, and a QR code that opens the page where they sign in with the words
 * filled in. The words stand after `#`, so that no server on the way sees them.
 */
export async function* cardSheet(
  cards: readonly NewCard[],
  words: SheetWords,
): AsyncGenerator<Uint8Array> {
  const pdf = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    tagged: true,
    lang: words.language,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: words.title, Creator: 'Jalon', Producer: 'Jalon' },
  });
  pdf.registerFont('plain', fonts.plain).registerFont('bold', fonts.bold);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const aRow = cards.some(({ pictures }) => pictures !== null) ? 1 : 2;
  cards.forEach((card, i) => {
    const place = i % (5 * aRow);
    if (place === 0) pdf.addPage();
    const x = MARGIN.left + (place % aRow) * CARD.width;
    const y = MARGIN.top + Math.floor(place / aRow) * CARD.height;
    outline(pdf, x, y);
    root.add(cardAt(pdf, card, words, { x, y }));
    if (card.pictures === null) return;
    outline(pdf, x + CARD.width, y);
    const inside = { x: x + CARD.width + INSIDE, y: y + INSIDE };
    const [width, height] = [CARD.width - 2 * INSIDE, CARD.height - 2 * INSIDE];
    root.add(drawStrip(pdf, { ...card, row: card.pictures }, words, { ...inside, width, height }));
  });
  if (cards.length === 0) {
    pdf.addPage().font('plain').fontSize(14);
    root.add(pdf.struct('P', {}, () => pdf.text(words.nobody, MARGIN.left, MARGIN.top)));
  }
  root.end();
  pdf.end();
  for await (const chunk of pdf) if (chunk instanceof Uint8Array) yield chunk;
}

/** The line to cut along, which is read to nobody. */
function outline(pdf: PDFKit.PDFDocument, x: number, y: number): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.save().dash(3, { space: 3 }).lineWidth(0.5).strokeColor('#9aa1ae');
  pdf.rect(x, y, CARD.width, CARD.height).stroke().undash().restore();
  pdf.endMarkedContent();
}

function cardAt(
  pdf: PDFKit.PDFDocument,
  card: NewCard,
  words: SheetWords,
  { x, y }: { x: number; y: number },
): PDFKit.PDFStructureElement {
  const width = CARD.width - 3 * INSIDE - QR_SIZE;
  const whole = CARD.width - 2 * INSIDE;
  const left = x + INSIDE;
  const line = (text: string, top: number, size: number, look: Look) =>
    pdf.struct('P', {}, () =>
      pdf
        .font(look.font ?? 'plain')
        .fontSize(size)
        .fillColor(look.color ?? SOFT)
        .text(text, left, y + top, {
          width: look.width ?? width,
          height: look.height ?? size * 1.25 * (look.lines ?? 1),
          ellipsis: true,
        }),
    );
  const bold = { font: 'bold', color: INK } as const;
  const [first = '', second = '', third = '', fourth = ''] = card.words.split('-');
  const [above, below] = [`${first} ${second}`, `${third} ${fourth}`];
  const size = sizeOfWords(pdf, [above, below], width);
  return pdf.struct('Sect', {}, [
    line(card.name, INSIDE, 11, { ...bold, lines: 2 }),
    line(card.className, INSIDE + 31, 9, {}),
    line(above, INSIDE + 50, size, bold),
    line(below, INSIDE + 68, size, bold),
    pdf.struct('Figure', { alt: words.code }, () =>
      drawQr(pdf, `${words.address}#carte=${encodeURIComponent(card.words)}`, {
        x: x + CARD.width - INSIDE - QR_SIZE,
        y: y + INSIDE,
      }),
    ),
    line(`${words.howTo} ${words.address}`, CARD.height - INSIDE - 24, 7.5, {
      width: whole,
      height: 12,
    }),
    line(card.schoolName, CARD.height - INSIDE - 11, 7.5, { width: whole, height: 11 }),
  ]);
}

/** How a line of a card differs from a soft, plain one in one line beside the code. */
interface Look {
  font?: 'plain' | 'bold';
  color?: string;
  lines?: number;
  width?: number;
  height?: number;
}

/** The size, in points, at which no line of words is cut: a card without one of its words is none. */
function sizeOfWords(pdf: PDFKit.PDFDocument, lines: readonly string[], width: number): number {
  pdf.font('bold').fontSize(WORDS_SIZE);
  const widest = Math.max(...lines.map((line) => pdf.widthOfString(line)));
  return Math.min(WORDS_SIZE, Math.floor((WORDS_SIZE * width * 10) / widest) / 10);
}

function drawQr(pdf: PDFKit.PDFDocument, text: string, { x, y }: { x: number; y: number }): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const side = QR_SIZE / size;
  pdf.save().fillColor('black');
  data.forEach((row, r) => {
    row.forEach((isDark, c) => {
      // A hair wider than its place, so that no printer leaves white between two.
      if (isDark) pdf.rect(x + c * side, y + r * side, side + 0.05, side + 0.05);
    });
  });
  pdf.fill().restore();
}
