/* A button that copies, before each text to copy. Without this, the text can be selected. */
const words = JSON.parse(document.querySelector(".tl-page")?.dataset.words || "{}");
const t = (message) => words[message] || message;
for (const area of document.querySelectorAll("textarea.tl-copy")) {
  const button = document.createElement("button");
  const say = (text) => (button.textContent = text);
  button.type = "button";
  button.ariaLabel = t("Copy {what}").replace("{what}", area.ariaLabel);
  say(t("Copy"));
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(area.value);
    } catch {
      area.select();
      document.execCommand("copy");
    }
    say(t("Copied"));
    setTimeout(say, 2000, t("Copy"));
  };
  area.onfocus = () => area.select();
  area.before(button);
}
