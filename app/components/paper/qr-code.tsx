import { useTranslation } from "react-i18next";

/** A QR code as one SVG path over a square of `size` modules. */
export interface QrShape {
  size: number;
  path: string;
}

interface QrCodeProps {
  shape: QrShape;
  className?: string;
  /** What it leads to; by default, that it proves a paper. */
  label?: string;
}

/** A QR code that prints sharply at any size. */
export function QrCode({ shape, className, label }: QrCodeProps) {
  const { t } = useTranslation();
  return (
    <svg
      className={className}
      viewBox={`0 0 ${shape.size} ${shape.size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label ?? t("paper.qr")}
    >
      <path d={shape.path} />
    </svg>
  );
}
