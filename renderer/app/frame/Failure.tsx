import { Component, type ReactNode } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

interface Props {
  readonly children: ReactNode;
}

/** A page that fails takes nothing else with it, and says so in words. */
export class Failure extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div>
        <ErrorNotice error={error} onRetry={() => this.setState({ error: null })} />
      </div>
    );
  }
}
