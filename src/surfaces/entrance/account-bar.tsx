import { Button } from "@fluentui/react-components";
import styles from "./account-bar.module.css";

interface AccountBarProps {
  readonly name: string;
  readonly onSignOut: () => void;
}

/** Outside Teams: who is signed in, and the way out. Not printed. */
export function AccountBar({ name, onSignOut }: AccountBarProps) {
  return (
    <header className={styles.bar}>
      <span className={styles.product}>Quorate</span>
      <span className={styles.name}>{name}</span>
      <Button appearance="subtle" size="small" onClick={onSignOut}>
        Sign out
      </Button>
    </header>
  );
}
