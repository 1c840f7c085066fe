import { Component, type ReactNode } from "react";
import styles from "./error-boundary.module.css";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** Our own mistakes end here: a sentence and a way on instead of a blank panel. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert" className={styles.sorry}>
        <h1 className={styles.title}>Quorate stopped working here</h1>
        <p>Nothing you saved is lost. Load this tab again to go on.</p>
        <button type="button" className={styles.again} onClick={() => globalThis.location.reload()}>
          Load again
        </button>
      </div>
    );
  }
}
