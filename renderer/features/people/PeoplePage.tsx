interface Props {
  readonly caseId: string;
  readonly asOf?: string | undefined;
}

/** People and organisations of the case, and how they are related. */
export function PeoplePage(_props: Props) {
  return null;
}
