import { errorSummary } from '../forms/error-summary.ts';
import type { FormError } from '../forms/form-error.ts';
import {
  govukBackLink,
  govukGenericHeader,
  govukNotificationBanner,
  govukPhaseBanner,
  govukServiceNavigation,
} from '../govuk/index.generated.ts';
import { govukPageTemplate } from '../govuk/page-template.generated.ts';
import { type Html, html } from '../html.ts';
import type { Notice } from './notice.ts';
import { accountBar } from './account-bar.ts';
import type { Visitor } from './visitor.ts';

const SERVICE_NAME = 'Waymark';

/** A place in the navigation bar; `active` when the page shown lies within it. */
export interface NavigationItem {
  readonly text: string;
  readonly href: string;
}

/** What a `page.ts` makes: everything on the page that is its own. The h1 is in the content. */
export interface Page {
  readonly title: string;
  readonly content: Html;
  readonly backLink?: { readonly href: string; readonly text?: string } | undefined;
  /** Form errors: summed up above the content, and "Error: " goes before the title. */
  readonly errors?: readonly FormError[] | undefined;
  /** Text pages are two thirds wide so that lines stay readable; lists and decisions use it all. */
  readonly width?: 'two-thirds' | 'full' | undefined;
  readonly lang?: string | undefined;
}

/** The addresses of the styles and scripts that every page asks for. */
export interface PageAssets {
  readonly icon: string;
  readonly styles: readonly string[];
  readonly govukScript: string;
  readonly ownScript: string;
}

/** What surrounds every page and differs by request. */
export interface Frame {
  readonly visitor: Visitor | null;
  readonly navigation: readonly NavigationItem[];
  readonly path: string;
  readonly csrfToken: string;
  readonly nonce: string;
  readonly notice: Notice | null;
  readonly assets: PageAssets;
  /** Whether the people in it are invented. */
  readonly isDemonstration: boolean;
}

/** The whole document: the official GOV.UK page template around a page. */
export function layout(page: Page, frame: Frame): Html {
  const errors = page.errors ?? [];
  return govukPageTemplate(
    { htmlLang: page.lang ?? 'en-GB', cspNonce: frame.nonce },
    {
      pageTitle: html`${errors.length > 0 && 'Error: '}${page.title} – ${SERVICE_NAME}`,
      headIcons: html`<link rel="icon" href="${frame.assets.icon}" type="image/svg+xml">`,
      head: html`${frame.assets.styles.map((href) => html`\n    <link rel="stylesheet" href="${href}">`)}`,
      govukHeader: govukGenericHeader({ logoText: SERVICE_NAME, url: '/' }),
      govukServiceNavigation: navigationBar(frame),
      headerEnd: html`${frame.isDemonstration && demonstrationBanner()}`,
      beforeContent: html`${page.backLink && backLink(page.backLink)}`,
      content: contentColumn(page, html`${errorSummary(errors)}${frame.notice && noticeBanner(frame.notice)}`),
      govukFooter: footer(),
      bodyEnd: startScripts(frame),
    },
  );
}

function startScripts({ nonce, assets }: Frame): Html {
  return html`<script type="module" nonce="${nonce}">import { initAll } from '${assets.govukScript}'; import { initWaymark } from '${assets.ownScript}'; initAll(); initWaymark();</script>`;
}

function navigationBar(frame: Frame): Html {
  return govukServiceNavigation({
    navigation: frame.navigation.map((item) => ({
      ...item,
      current: item.href === frame.path,
      active: item.href !== '/' && frame.path.startsWith(`${item.href}/`),
    })),
    ...(frame.visitor && { slots: { end: { html: accountBar(frame.visitor, frame.csrfToken), align: 'inline' } } }),
  });
}

function demonstrationBanner(): Html {
  return govukPhaseBanner({
    tag: { text: 'Demonstration' },
    html: html`Not a GOV.UK service. The people in it are invented.`,
  });
}

function backLink(link: { readonly href: string; readonly text?: string }): Html {
  const back = govukBackLink({ href: link.href, text: link.text ?? 'Back' });
  return html`<nav aria-label="Back">${back}</nav>`;
}

function noticeBanner(notice: Notice): Html {
  return govukNotificationBanner({
    type: notice.kind === 'success' ? 'success' : undefined,
    html: html`<p class="govuk-notification-banner__heading">${notice.text}</p>`,
  });
}

function contentColumn(page: Page, above: Html): Html {
  const column = page.width === 'full' ? 'full' : 'two-thirds';
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-${column}">${above}${page.content}</div></div>`;
}

/** Not the official footer macro: that one always shows the crown and Crown copyright, which are for GOV.UK alone. */
function footer(): Html {
  const link = (href: string, text: string): Html =>
    html`<li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="${href}">${text}</a></li>`;
  return html`<div class="govuk-footer">
    <div class="govuk-width-container">
      <h2 class="govuk-visually-hidden">Support links</h2>
      <ul class="govuk-footer__inline-list">
        ${link('/about', 'About Waymark')} ${link('/about/rules', 'The rules, with their sources')}
        ${link('/schemes', 'Schemes')}
      </ul>
    </div>
  </div>`;
}
