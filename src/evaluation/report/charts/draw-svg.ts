import { html, joinHtml, type Html } from '../../../web/markup/index.ts';
import { hundredths, type Drawing, type Mark } from './drawing.ts';

/** The picture as SVG without script, style sheet or link, so that it stands in any page under any policy. */
export function drawSvg({ width, height, title, description, marks }: Drawing, id: string): Html {
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${hundredths(width)} ${hundredths(height)}"
    width="${hundredths(width)}"
    height="${hundredths(height)}"
    role="img"
    aria-labelledby="${id}-title ${id}-description"
    font-family="Arial, Helvetica, sans-serif"
  ><title id="${id}-title">${title}</title><desc id="${id}-description">${description}</desc>${joinHtml(marks.map(markOf))}</svg>`;
}

function markOf(mark: Mark): Html {
  switch (mark.kind) {
    case 'path':
      return html`<path d="${mark.d}" fill="${mark.fill ?? 'none'}"${
        mark.stroke === undefined ? '' : html` stroke="${mark.stroke}" stroke-width="${mark.width ?? 1}"`
      }${mark.dash === undefined ? '' : html` stroke-dasharray="${mark.dash.join(' ')}"`}${
        mark.opacity === undefined ? '' : html` opacity="${mark.opacity}"`
      }/>`;
    case 'rect':
      return html`<rect x="${hundredths(mark.x)}" y="${hundredths(mark.y)}" width="${hundredths(mark.width)}" height="${hundredths(mark.height)}" fill="${
        mark.fill ?? 'none'
      }"${mark.stroke === undefined ? '' : html` stroke="${mark.stroke}"`}/>`;
    case 'symbol':
      return symbolOf(mark);
    case 'text':
      return html`<text x="${hundredths(mark.x)}" y="${hundredths(mark.y)}" font-size="${mark.size}" fill="${mark.fill ?? '#0b0c0c'}"${
        mark.anchor === undefined ? '' : html` text-anchor="${mark.anchor}"`
      }${mark.bold === true ? html` font-weight="700"` : ''}>${mark.text}</text>`;
  }
}

function symbolOf({ shape, x, y, size, fill, stroke }: Extract<Mark, { kind: 'symbol' }>): Html {
  const half = size / 2;
  if (shape === 'circle') {
    return html`<circle cx="${hundredths(x)}" cy="${hundredths(y)}" r="${half}" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`;
  }
  return html`<path d="${symbolPath(shape, { x, y, half })}" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`;
}

/** The outline of a square or a diamond about a point. */
export function symbolPath(
  shape: 'square' | 'diamond',
  { x, y, half }: { readonly x: number; readonly y: number; readonly half: number },
): string {
  const corners =
    shape === 'square'
      ? [
          [x - half, y - half],
          [x + half, y - half],
          [x + half, y + half],
          [x - half, y + half],
        ]
      : [
          [x, y - half * 1.3],
          [x + half * 1.3, y],
          [x, y + half * 1.3],
          [x - half * 1.3, y],
        ];
  return `M${corners.map((corner) => corner.map((value) => hundredths(value ?? 0)).join(',')).join('L')}Z`;
}
