import { html } from '../../web/markup/index.ts';

/** How a report looks: one column, large letters, prints on A4, fits a telephone. */
export const REPORT_STYLE = html`<style>
  * {
    box-sizing: border-box;
  }
  body {
    margin: 0 auto;
    max-width: 1020px;
    padding: 0 24px 40px;
    color: #0b0c0c;
    background: #ffffff;
    font:
      400 18px/1.5 Arial,
      Helvetica,
      sans-serif;
  }
  .skip {
    position: absolute;
    left: -999px;
  }
  .skip:focus {
    position: static;
  }
  header {
    border-bottom: 4px solid #0072b2;
    margin-bottom: 24px;
    padding: 28px 0 12px;
  }
  .kind,
  .subtitle {
    color: #505a5f;
    margin: 0;
  }
  h1 {
    font-size: 34px;
    line-height: 1.15;
    margin: 4px 0 10px;
  }
  h2 {
    font-size: 26px;
    line-height: 1.2;
    margin: 44px 0 12px;
  }
  h3 {
    font-size: 20px;
    margin: 28px 0 4px;
  }
  nav h2 {
    font-size: 18px;
    margin: 0 0 4px;
  }
  nav ol {
    columns: 2;
    margin: 0;
    padding-left: 22px;
    font-size: 16px;
  }
  a {
    color: #1d70b8;
  }
  a:focus,
  summary:focus,
  .scroll:focus,
  pre:focus {
    outline: 3px solid #ffdd00;
    outline-offset: 2px;
    box-shadow: 0 0 0 5px #0b0c0c;
  }
  p {
    margin: 0 0 14px;
    max-width: 68ch;
  }
  .lead {
    font-size: 23px;
    line-height: 1.4;
    border-left: 6px solid #0072b2;
    padding-left: 14px;
    margin-bottom: 10px;
  }
  .warning {
    border: 2px solid #505a5f;
    background: #f3f2f1;
    padding: 10px 14px;
  }
  figure {
    margin: 0 0 28px;
  }
  figure p {
    margin-bottom: 10px;
  }
  .picture svg {
    display: block;
    max-width: 100%;
    height: auto;
  }
  .narrow {
    display: none;
  }
  details {
    margin-top: 10px;
  }
  summary {
    cursor: pointer;
    color: #1d70b8;
    text-decoration: underline;
  }
  .scroll {
    overflow-x: auto;
    margin: 10px 0 20px;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font-size: 15px;
    line-height: 1.35;
  }
  caption {
    text-align: left;
    font-weight: 700;
    font-size: 17px;
    padding-bottom: 6px;
  }
  th,
  td {
    border-bottom: 1px solid #b1b4b6;
    padding: 6px 12px 6px 0;
    text-align: left;
    vertical-align: top;
    min-width: 5.5em;
  }
  tbody th {
    font-weight: 400;
    min-width: 9em;
  }
  thead th,
  .group th {
    font-weight: 700;
  }
  caption span {
    display: inline-block;
    position: sticky;
    left: 0;
    max-width: min(900px, calc(100vw - 34px));
  }
  .number {
    text-align: right;
    font-variant-numeric: tabular-nums;
    min-width: 0;
  }
  td.number {
    white-space: nowrap;
  }
  td {
    overflow-wrap: anywhere;
  }
  td.method {
    min-width: 12em;
  }
  td:last-child,
  th:last-child {
    padding-right: 0;
  }
  pre {
    background: #f3f2f1;
    padding: 12px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    font-size: 15px;
  }
  code {
    font-family: 'Courier New', monospace;
  }
  footer {
    border-top: 1px solid #b1b4b6;
    margin-top: 40px;
    padding-top: 10px;
    color: #505a5f;
    font-size: 16px;
  }
  @media (max-width: 840px) {
    body {
      padding: 0 15px 30px;
      font-size: 17px;
    }
    h1 {
      font-size: 27px;
    }
    h2 {
      font-size: 22px;
    }
    .lead {
      font-size: 20px;
    }
    nav ol {
      columns: 1;
    }
    .wide {
      display: none;
    }
    .narrow {
      display: block;
    }
  }
  @media print {
    @page {
      size: A4;
      margin: 18mm;
    }
    body {
      max-width: none;
      padding: 0;
      font-size: 11pt;
    }
    nav,
    .skip {
      display: none;
    }
    .wide {
      display: block;
    }
    .narrow {
      display: none;
    }
    .picture,
    tr,
    .lead,
    .warning {
      break-inside: avoid;
    }
    h2,
    h3,
    figcaption {
      break-after: avoid;
    }
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    .scroll {
      overflow: visible;
    }
    table {
      font-size: 9pt;
    }
  }
</style>`;
