import { html, joinHtml, type Html } from '../../web/markup/index.ts';
import type { Block, FigureBlock, Section, TableBlock } from './blocks/block.ts';
import { drawSvg } from './charts/draw-svg.ts';
import type { ReportModel } from './report-model.ts';
import { REPORT_STYLE } from './report-style.ts';

const WIDE = 780;
const NARROW = 320;

/** A whole page, with everything it needs inside it: no script, no link, no file beside it. */
export function renderReportHtml(model: ReportModel): string {
  const page = html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${model.title} – evaluation report</title>
        ${REPORT_STYLE}
      </head>
      <body>
        <a class="skip" href="#answer">Skip to what was found</a>
        <header>
          <p class="kind">Evaluation report</p>
          <h1>${model.title}</h1>
          <p class="subtitle">${model.subtitle}</p>
        </header>
        <nav aria-label="Contents">
          <h2>Contents</h2>
          <ol>
            ${joinHtml(model.sections.map(({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>`))}
          </ol>
        </nav>
        <main>${renderReportSections(model)}</main>
        <footer>
          <p>
            Made by ${model.evaluation.program.name} ${model.evaluation.program.version}. Plan
            <code>${model.evaluation.planHash.slice(0, 12)}</code>.
          </p>
        </footer>
      </body>
    </html> `;
  return page.toString().replace(/^\s+/, '');
}

/** The sections alone, to stand in a page that has a layout of its own. */
export function renderReportSections(model: ReportModel): Html {
  return joinHtml(model.sections.map(sectionHtml));
}

function sectionHtml({ id, heading, blocks }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading">
    <h2 id="${id}-heading">${heading}</h2>
    ${joinHtml(blocks.map(blockHtml))}
  </section> `;
}

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h3>${block.text}</h3>`;
    case 'paragraph':
      return html`<p>${block.text}</p>`;
    case 'lead':
      return html`<p class="lead">${block.text}</p>`;
    case 'warning':
      return html`<p class="warning"><strong>Note:</strong> ${block.text}</p>`;
    case 'list':
      return html`<ul>
        ${joinHtml(block.items.map((item) => html`<li>${item}</li>`))}
      </ul>`;
    case 'code':
      return html`<pre tabindex="0"><code>${block.text}</code></pre>`;
    case 'table':
      return tableHtml(block);
    case 'figure':
      return figureHtml(block);
  }
}

/** The picture twice, for wide and for narrow screens; the style shows one of them, and who can't see is told one. */
function figureHtml({ id, title, sentence, draw, table }: FigureBlock): Html {
  return html`<figure id="${id}">
    <figcaption>
      <h3>${title}</h3>
      <p>${sentence}</p>
    </figcaption>
    <div class="picture wide">${drawSvg(draw(WIDE), `${id}-wide`)}</div>
    <div class="picture narrow">${drawSvg(draw(NARROW), `${id}-narrow`)}</div>
    <details>
      <summary>The numbers of this picture</summary>
      ${tableHtml(table)}
    </details>
  </figure>`;
}

function tableHtml({ caption, head, rows, numbersFrom }: TableBlock): Html {
  const width = head.length;
  const cellClass = (at: number) =>
    isWordy(head[at] ?? '') ? html` class="method"` : at >= numbersFrom ? html` class="number"` : '';
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Table: ${caption}">
    <table>
      <caption>
        <span>${caption}</span>
      </caption>
      <thead>
        <tr>
          ${joinHtml(
            head.map((text, at) =>
              text === '' ? html`<td></td>` : html`<th scope="col"${cellClass(at)}>${text}</th>`,
            ),
          )}
        </tr>
      </thead>
      <tbody>
        ${joinHtml(
          rows.map(({ cells, isHeading }) =>
            isHeading === true
              ? html`<tr class="group"><th scope="rowgroup" colspan="${width}">${cells[0] ?? ''}</th></tr>`
              : html`<tr>
                  ${joinHtml(
                    cells.map((text, at) =>
                      at === 0 ? html`<th scope="row">${text}</th>` : html`<td${cellClass(at)}>${text}</td>`,
                    ),
                  )}
                </tr>`,
          ),
        )}
      </tbody>
    </table>
  </div>`;
}

function isWordy(heading: string): boolean {
  return heading === 'Method';
}
