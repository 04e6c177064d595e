import { useTranslation } from "react-i18next";

/** A QR code as one SVG path over a square of `size` modules. */
export interface QrShape {
  size: number;
  path: string;
}

/** A QR code that prints sharply at any size. */
export function QrCode({ shape, className }: { shape: QrShape; className?: string }) {
  const { t } = useTranslation();
  return (
    <svg
      className={className}
      viewBox={`0 0 ${shape.size} ${shape.size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={t("paper.qr")}
    >
      <path d={shape.path} />
    </svg>
  );
}
