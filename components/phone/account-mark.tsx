import { Landmark } from "lucide-react";
import styles from "./phone.module.css";

/** The city's mark in the talk: a town hall, not anybody's emblem. */
export function AccountMark() {
  return (
    <span className={styles.accountMark}>
      <Landmark aria-hidden size={20} />
    </span>
  );
}
