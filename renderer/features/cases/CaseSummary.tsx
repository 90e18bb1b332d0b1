interface Props {
  readonly caseId: string;
  readonly asOf?: string | undefined;
}

/** The case's own facts and its team. */
export function CaseSummary(_props: Props) {
  return null;
}
