import { createPortal } from 'react-dom';
import { RegionLayer, type Regions } from '../../../marking/index.ts';
import type { OpenPdf } from './open.ts';
import { usePageHosts } from './usePageHosts.ts';

interface Props {
  readonly pdf: OpenPdf;
  readonly regions: Regions;
}

/** What is kept back, drawn over the pages that are in sight. */
export function PageRegions({ pdf, regions }: Props) {
  const { hosts, turns } = usePageHosts(pdf);
  return [...hosts].map(([page, host]) =>
    createPortal(<RegionLayer regions={regions} page={page} turns={turns} />, host, String(page)),
  );
}
