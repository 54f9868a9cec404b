/* A button that copies, before each text to copy. Without this, the text can be selected. */
for (const area of document.querySelectorAll("textarea.tl-copy")) {
  const button = document.createElement("button");
  const say = (text) => (button.textContent = text);
  button.type = "button";
  button.ariaLabel = "Copy " + area.ariaLabel;
  say("Copy");
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(area.value);
    } catch {
      area.select();
      document.execCommand("copy");
    }
    say("Copied");
    setTimeout(say, 2000, "Copy");
  };
  area.onfocus = () => area.select();
  area.before(button);
}
