import { Center, CloseButton, Loader, Tabs, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssetRecord } from '../../../../electron/core/features/seizures/model.ts';
import { formatMoney } from '../../../app/format.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { useAsset } from '../data.ts';
import { KindIcon } from '../list/KindIcon.tsx';
import { AssetMarks, StageBadge } from '../list/StageBadge.tsx';
import { PapersMenu } from '../papers/PapersMenu.tsx';
import { AssetFields } from './AssetFields.tsx';
import { Measure } from './Measure.tsx';
import classes from './record.module.css';
import { Ties } from './Ties.tsx';
import { Worth } from './Worth.tsx';

interface Props {
  readonly caseId: string;
  readonly asset: string;
  readonly asOf: string | undefined;
  readonly onClose: () => void;
  readonly onOpen: (asset: string) => void;
}

const tabs = ['measure', 'facts', 'worth', 'ties'] as const;
/** Kept from one asset to the next, so that they can be gone through one by one. */
let lastTab: (typeof tabs)[number] = 'measure';

/** One asset: how the measure went and what may come next, its facts, what it is worth, and who and what is tied to it. */
export function AssetPanel({ caseId, asset: id, asOf, onClose, onOpen }: Props) {
  const { t } = useTranslation('seizures');
  const [tab, setTab] = useState(lastTab);
  const { data: asset, error } = useAsset(caseId, id, asOf);
  if (error !== null) return <ErrorNotice error={error} />;
  if (asset === undefined) {
    return (
      <Center h="100%">
        <Loader size="sm" aria-label={t('opening')} />
      </Center>
    );
  }
  const at = { caseId, asset, past: asOf !== undefined };
  return (
    <article className={classes.panel} aria-label={asset.number}>
      <Head asset={asset} documents={asOf === undefined} onClose={onClose} />
      <Tabs
        value={tab}
        onChange={(value) => {
          lastTab = tabs.find((each) => each === value) ?? 'measure';
          setTab(lastTab);
        }}
        className={classes.tabs}
        keepMounted={false}
      >
        <Tabs.List>
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`tab.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="measure" className={classes.scroll}>
          <Measure {...at} onOpen={onOpen} />
        </Tabs.Panel>
        <Tabs.Panel value="facts" className={classes.scroll}>
          <AssetFields {...at} />
        </Tabs.Panel>
        <Tabs.Panel value="worth" className={classes.scroll}>
          <Worth {...at} />
        </Tabs.Panel>
        <Tabs.Panel value="ties" className={classes.scroll}>
          <Ties {...at} onOpen={onOpen} />
        </Tabs.Panel>
      </Tabs>
    </article>
  );
}

interface HeadProps {
  readonly asset: AssetRecord;
  /** Whether documents can be made of it: of how it stands now only. */
  readonly documents: boolean;
  readonly onClose: () => void;
}

function Head({ asset, documents, onClose }: HeadProps) {
  const { t } = useTranslation('seizures');
  return (
    <header className={classes.header}>
      <KindIcon kind={asset.kind} size={22} />
      <Title order={2} className={classes.number}>
        {exhibitNumber(asset.number)}
      </Title>
      <span className={classes.name} title={asset.name}>
        {asset.name}
      </span>
      <AssetMarks row={asset} />
      {asset.value !== null && <span className={classes.value}>{formatMoney(asset.value)}</span>}
      <StageBadge stage={asset.stage} />
      {documents && <PapersMenu caseId={asset.case} assets={[asset.id]} />}
      <CloseButton aria-label={t('close')} title={t('close')} onClick={onClose} />
    </header>
  );
}
