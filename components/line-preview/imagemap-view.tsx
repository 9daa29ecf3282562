"use client";
import { ActionButton, actionName } from "./action-button";
import { areaPercent } from "./area";
import type { Area } from "./drawn";
import { keyed } from "./keyed";
import { Picture } from "./picture";
import styles from "./talk.module.css";

type Props = { baseUrl: string; altText: string; width: number; height: number; areas: Area[] };

/** The platform serves an imagemap in five widths; 1040 is the whole one. */
export function ImagemapView({ baseUrl, altText, width, height, areas }: Props) {
  return (
    <div className={styles.imagemap} style={{ aspectRatio: `${width} / ${height}` }}>
      <Picture url={`${baseUrl}/1040`} alt={altText} className={styles.imagemapImage} />
      {keyed(areas).map(({ key, item: area }) => (
        <ActionButton
          key={key}
          action={area.action}
          className={styles.area}
          style={areaPercent(area, { width, height })}
          name={actionName(area.action)}
        >
          {null}
        </ActionButton>
      ))}
    </div>
  );
}
