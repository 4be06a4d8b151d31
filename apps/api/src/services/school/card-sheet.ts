import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import type { NewCard } from './make-cards.ts';

/** A font with the letters of every language that names are written in here; pdfkit embeds what is used. */
const { resolve } = createRequire(import.meta.url);
const fonts = {
  plain: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
};

const MM = 72 / 25.4;
const PAGE = { width: 210 * MM, height: 297 * MM };
/** Two columns of five cards, a little larger than a bank card: cut along the lines. */
const CARD = { width: 95 * MM, height: 55 * MM };
const MARGIN = {
  left: (PAGE.width - 2 * CARD.width) / 2,
  top: (PAGE.height - 5 * CARD.height) / 2,
};
const INSIDE = 4 * MM;
const QR_SIZE = 34 * MM;
const INK = '#1d2330';
const SOFT = '#555c6b';

/** What the page says besides the cards. */
export interface SheetWords {
  title: string;
  /** Before the address. */
  howTo: string;
  /** Where pupils go to sign in, such as `https://jalon.example/entrer`. */
  address: string;
  /** What a page without cards says. */
  nobody: string;
  language: 'fr' | 'en';
}

/**
 * A PDF (A4, ten cards a page) with a card for each pupil: name, class, the words, and a QR code
 * that opens the page where they sign in with the words filled in. The words stand after `#`, so
 * that no server on the way sees them.
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
  cards.forEach((card, i) => {
    const place = i % 10;
    if (place === 0) pdf.addPage();
    draw(pdf, card, words, {
      x: MARGIN.left + (place % 2) * CARD.width,
      y: MARGIN.top + Math.floor(place / 2) * CARD.height,
    });
  });
  if (cards.length === 0) {
    pdf.addPage().font('plain').fontSize(14).text(words.nobody, MARGIN.left, MARGIN.top);
  }
  pdf.end();
  for await (const chunk of pdf) if (chunk instanceof Uint8Array) yield chunk;
}

function draw(
  pdf: PDFKit.PDFDocument,
  card: NewCard,
  words: SheetWords,
  { x, y }: { x: number; y: number },
): void {
  pdf.save().dash(3, { space: 3 }).lineWidth(0.5).strokeColor('#9aa1ae');
  pdf.rect(x, y, CARD.width, CARD.height).stroke().undash().restore();
  drawQr(pdf, `${words.address}#carte=${encodeURIComponent(card.words)}`, {
    x: x + CARD.width - INSIDE - QR_SIZE,
    y: y + INSIDE,
  });
  const width = CARD.width - 3 * INSIDE - QR_SIZE;
  const left = x + INSIDE;
  const line = (text: string, top: number, size: number, font: 'plain' | 'bold', lines: number) =>
    pdf
      .font(font)
      .fontSize(size)
      .text(text, left, y + top, { width, height: size * 1.25 * lines, ellipsis: true });
  pdf.fillColor(INK);
  line(card.name, INSIDE, 11, 'bold', 2);
  pdf.fillColor(SOFT);
  line(card.className, INSIDE + 31, 9, 'plain', 1);
  pdf.fillColor(INK);
  const [first = '', second = '', third = '', fourth = ''] = card.words.split('-');
  line(`${first} ${second}`, INSIDE + 50, 13, 'bold', 1);
  line(`${third} ${fourth}`, INSIDE + 68, 13, 'bold', 1);
  pdf.fillColor(SOFT);
  pdf
    .font('plain')
    .fontSize(7.5)
    .text(`${words.howTo} ${words.address}`, left, y + CARD.height - INSIDE - 24, {
      width: CARD.width - 2 * INSIDE,
      height: 12,
      ellipsis: true,
    })
    .text(card.schoolName, left, y + CARD.height - INSIDE - 11, {
      width: CARD.width - 2 * INSIDE,
      height: 11,
      ellipsis: true,
    });
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
