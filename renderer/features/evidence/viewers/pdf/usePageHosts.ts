import { useEffect, useState } from 'react';
import type { OpenPdf } from './open.ts';

type Hosts = ReadonlyMap<number, HTMLElement>;

/**
 * A place of our own on every page that is drawn (by its number from 0), and how far the pages are turned. pdf.js throws
 * out what lies on a page when it draws it anew; the place is then put back.
 */
export function usePageHosts(pdf: OpenPdf): { readonly hosts: Hosts; readonly turns: number } {
  const [hosts, setHosts] = useState<Hosts>(new Map());
  const [turns, setTurns] = useState(pdf.viewer.pagesRotation / 90);

  useEffect(() => {
    const made = new Map<number, HTMLElement>();
    const put = (page: number, onto: HTMLElement) => {
      const host = made.get(page) ?? document.createElement('div');
      if (host.parentElement !== onto) onto.append(host);
      if (made.has(page)) return;
      made.set(page, host);
      setHosts(new Map(made));
    };
    const drawn = ({ pageNumber, source }: { pageNumber: number; source: { div: HTMLElement } }) =>
      put(pageNumber - 1, source.div);
    const turned = ({ pagesRotation }: { pagesRotation: number }) => setTurns(pagesRotation / 90);
    // Some may have been drawn before anybody listened.
    for (const div of pdf.viewer.container.querySelectorAll<HTMLElement>('.page[data-loaded]'))
      put(Number(div.dataset.pageNumber) - 1, div);
    pdf.bus.on('pagerendered', drawn);
    pdf.bus.on('rotationchanging', turned);
    return () => {
      pdf.bus.off('pagerendered', drawn);
      pdf.bus.off('rotationchanging', turned);
      for (const host of made.values()) host.remove();
    };
  }, [pdf]);

  return { hosts, turns };
}
