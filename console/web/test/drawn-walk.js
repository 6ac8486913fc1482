// Runs inside a page: walks what is seen of it and writes it down as SVG.
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
const short = (number) => String(Math.round(number * 10) / 10);
const isSeen = (colour) => colour && colour !== "transparent" && !/, 0\)$/.test(colour);

function drawPage(most) {
  scrollTo(0, 0);
  const width = document.documentElement.clientWidth;
  const height = Math.min(most, document.documentElement.scrollHeight);
  const out = [];
  walk(document.body, out, height);
  const family = "-apple-system, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Helvetica Neue', Arial, sans-serif";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${family}">
<title>${escaped(document.title)}</title>
<rect width="${width}" height="${height}" fill="#fff" stroke="#b1b4b6"/>
${out.join("\n")}
</svg>
`;
}

function walk(element, out, height) {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  if (element instanceof HTMLInputElement && ["radio", "checkbox"].includes(element.type)) {
    drawTick(element, box, out);
    return;
  }
  const hidden = !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || style.clipPath !== "none";
  if (hidden || (box.width <= 1 && box.height <= 1 && style.position === "absolute") || box.top >= height) {
    return;
  }
  if (element instanceof SVGSVGElement) {
    out.push(nested(element, box));
    return;
  }
  drawBox(box, style, out, height);
  drawValue(element, box, style, out);
  for (const child of element.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE) {
      walk(child, out, height);
    } else if (child.nodeType === Node.TEXT_NODE && child.data.trim() && element.tagName !== "OPTION") {
      drawText(child, style, out, height);
    }
  }
}

function nested(svg, box) {
  const copy = svg.cloneNode(true);
  for (const [name, value] of Object.entries({ x: box.left, y: box.top, width: box.width, height: box.height })) {
    copy.setAttribute(name, short(value));
  }
  copy.setAttribute("color", getComputedStyle(svg).color);
  return new XMLSerializer().serializeToString(copy);
}

function drawBox(box, style, out, height) {
  const bottom = Math.min(box.bottom, height);
  const radius = Math.min(parseFloat(style.borderTopLeftRadius) || 0, box.height / 2);
  const sides = ["Top", "Right", "Bottom", "Left"].map((side) => ({
    side,
    width: style[`border${side}Style`] === "none" ? 0 : parseFloat(style[`border${side}Width`]),
    colour: style[`border${side}Color`],
  }));
  const same = sides.every((one) => one.width === sides[0].width && one.colour === sides[0].colour) && sides[0].width > 0;
  const stroke = same && isSeen(sides[0].colour) ? ` stroke="${sides[0].colour}" stroke-width="${short(sides[0].width)}"` : "";
  const fill = isSeen(style.backgroundColor) ? style.backgroundColor : "none";
  if (fill !== "none" || stroke) {
    const inset = stroke ? sides[0].width / 2 : 0;
    out.push(
      `<rect x="${short(box.left + inset)}" y="${short(box.top + inset)}" width="${short(box.width - 2 * inset)}" height="${short(bottom - box.top - 2 * inset)}"${radius ? ` rx="${short(radius)}"` : ""} fill="${fill}"${stroke}/>`,
    );
  }
  if (!same) {
    sides.filter((one) => one.width > 0 && isSeen(one.colour)).forEach((one) => out.push(line(one, box, bottom)));
  }
}

function line({ side, width, colour }, box, bottom) {
  const [x1, y1, x2, y2] = {
    Top: [box.left, box.top + width / 2, box.right, box.top + width / 2],
    Bottom: [box.left, bottom - width / 2, box.right, bottom - width / 2],
    Left: [box.left + width / 2, box.top, box.left + width / 2, bottom],
    Right: [box.right - width / 2, box.top, box.right - width / 2, bottom],
  }[side].map(short);
  return `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${colour}" stroke-width="${short(width)}"/>`;
}

// What stands in a field, or is ticked.
function drawValue(element, box, style, out) {
  if (element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && !["hidden", "file"].includes(element.type))) {
    const value = element instanceof HTMLSelectElement ? (element.selectedOptions[0]?.text ?? "") : element.value || element.placeholder;
    if (value) {
      const size = parseFloat(style.fontSize);
      const middle = element instanceof HTMLTextAreaElement ? box.top + size + 6 : box.top + box.height / 2 + size * 0.35;
      out.push(words(value.slice(0, 60), box.left + (parseFloat(style.paddingLeft) || 6) + 2, middle, null, style));
    }
  }
}

// The style draws these itself, over a field that isn't seen.
function drawTick(element, box, out) {
  const side = Math.min(box.width, box.height) - 4;
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  if (side > 4) {
    const outline = `fill="none" stroke="#0b0c0c" stroke-width="2"`;
    out.push(
      element.type === "radio"
        ? `<circle cx="${short(x)}" cy="${short(y)}" r="${short(side / 2)}" ${outline}/>`
        : `<rect x="${short(x - side / 2)}" y="${short(y - side / 2)}" width="${short(side)}" height="${short(side)}" ${outline}/>`,
    );
    if (element.checked) {
      out.push(
        element.type === "radio"
          ? `<circle cx="${short(x)}" cy="${short(y)}" r="${short(side / 4)}" fill="#0b0c0c"/>`
          : `<path d="M${short(x - side / 4)} ${short(y)}l${short(side / 5)} ${short(side / 5)} ${short(side / 3)} ${short(-side / 3)}" fill="none" stroke="#0b0c0c" stroke-width="4"/>`,
      );
    }
  }
}

function drawText(node, style, out, height) {
  const range = document.createRange();
  let from = 0;
  let last;
  const flush = (to) => {
    const text = node.data.slice(from, to).replace(/\s+/g, " ").trim();
    if (text && last && last.width > 0 && last.bottom < height) {
      out.push(words(text, last.left, last.bottom - last.height * 0.5 + parseFloat(style.fontSize) * 0.35, last.width, style));
    }
  };
  for (let at = 0; at < node.data.length; at++) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getClientRects()[0];
    if (!box || (box.width === 0 && /\s/.test(node.data[at]))) {
      continue;
    }
    if (last && Math.abs(box.top - last.top) > box.height / 2) {
      flush(at);
      from = at;
      last = undefined;
    }
    last = last
      ? { ...last, width: box.right - last.left }
      : { left: box.left, top: box.top, bottom: box.bottom, height: box.height, width: box.width };
  }
  flush(node.data.length);
}

function words(text, left, base, width, style) {
  const anchored = width === null ? "" : ` textLength="${short(width)}" lengthAdjust="spacingAndGlyphs"`;
  const weight = Number(style.fontWeight) >= 600 ? ` font-weight="bold"` : "";
  const under = style.textDecorationLine.includes("underline") ? ` text-decoration="underline"` : "";
  return `<text x="${short(left)}" y="${short(base)}" font-size="${short(parseFloat(style.fontSize))}" fill="${style.color}"${weight}${under}${anchored}>${escaped(text)}</text>`;
}
