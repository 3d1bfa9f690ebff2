//! NDJSON: order, broken and giant lines, pipes, memory.
#![cfg(test)]

mod support;

use std::io::{Read, Write};
use std::process::Stdio;
use std::time::Duration;
use support::{bijak, file, run};

/// Line `number` of a stream: every 7th is to be tidied, every 1000th is broken.
fn line(number: usize) -> String {
    match number {
        n if n % 1000 == 0 => format!("{{\"poNumber\":\"PO-{n}\",\n"),
        n if n % 7 == 0 => format!("{{\"poNumber\":\"PO-{n}\",\"tds\":\"1,000\",\"x\":\"{}\"}}\n", "y".repeat(n % 499)),
        n => format!("{{\"poNumber\":\"PO-{n}\",\"description\":\"{}\"}}\n", "z".repeat(n % 997)),
    }
}

#[test]
fn findings_come_in_order_with_any_number_of_threads() {
    let stream: String = (1..=20_000).map(line).collect();
    let expected: Vec<u64> = (1..=20_000).filter(|n| n % 7 == 0 || n % 1000 == 0).collect();
    let words = ["check", "updateInvoice", "--format", "ndjson", "--output", "json", "--jobs"];
    let ran = ["1", "2", "16"].map(|jobs| run(&[&words[..], &[jobs]].concat(), &stream));
    for ran in &ran {
        assert_eq!(ran.status, 1);
        let lines: Vec<u64> = ran.json().iter().map(|line| line["line"].as_u64().unwrap()).collect();
        assert_eq!(lines, expected);
        assert!(ran.stderr.starts_with("20,000 payloads: 2,875 with errors, 0 with warnings only; "), "{}", ran.stderr);
        assert!(
            ran.stderr.contains("      2,855  amount.as-text\n") && ran.stderr.contains("         20  json.syntax\n"),
            "{}",
            ran.stderr
        );
    }
    assert!(ran[0].stdout == ran[1].stdout && ran[1].stdout == ran[2].stdout);
    let all = run(&[&words[..], &["4", "--all"]].concat(), &stream).json();
    assert!(all.iter().enumerate().all(|(index, line)| line["line"] == index + 1) && all.len() == 20_000);
}

#[test]
fn lines_are_normalized_in_their_place_and_broken_ones_pass() {
    let stream: String = (1..=20_000).map(line).collect();
    let expected: String =
        (1..=20_000).map(line).map(|line| if line.ends_with("}\n") { line.replace("\"1,000\"", "1000") } else { line }).collect();
    for jobs in ["1", "2", "16"] {
        let ran = run(&["normalize", "updateInvoice", "--format", "ndjson", "--jobs", jobs], &stream);
        assert!(ran.stdout == expected, "jobs {jobs}");
        assert_eq!(ran.status, 1);
        assert_eq!(ran.stderr.matches("(root)  json.syntax").count(), 20);
        assert!(ran.stderr.contains("✗ 7000:23 (root)  json.syntax"), "{}", ran.stderr);
        assert!(ran.stderr.contains("20,000 payloads: 2,855 changed, 20 with errors left, "), "{}", ran.stderr);
    }
}

#[test]
fn a_broken_line_is_reported_with_its_number_and_stops_nothing() {
    let ran = run(&["check", "updateInvoice", "--format", "ndjson"], b"{\"cgst\":90}\r\n\n{\"cgst\":\n\xff\n[]\n \n{\"cgst\":-1}");
    let reported: Vec<_> = ran.stdout.lines().filter(|line| !line.starts_with("  ")).collect();
    assert_eq!(
        reported,
        ["✗ 3:9 cgst  json.syntax", "✗ 4:1 (root)  json.syntax", "✗ 5:1 (root)  field.type", "✗ 7:9 cgst  amount.negative"],
        "{}",
        ran.stdout
    );
    assert!(ran.stderr.starts_with("5 payloads: 4 with errors, "), "{}", ran.stderr);
    let all = run(&["check", "updateInvoice", "--format", "ndjson", "--all", "--quiet"], "{\"cgst\":90}\n\n{\"tds\":1}\n");
    assert_eq!((all.status, all.stdout.as_str(), all.stderr.as_str()), (0, "✓ 1\n✓ 3\n", ""));
}

#[test]
fn a_byte_order_mark_is_reported_and_hides_nothing() {
    let ran = run(&["check", "updateInvoice", "--format", "ndjson"], "\u{feff}{\"cgst\":-1}\n");
    assert!(ran.stdout.starts_with("✗ 1:9 cgst  amount.negative"), "{}", ran.stdout);
    assert!(ran.stderr.starts_with("stdin: the file starts with a byte order mark (BOM)"), "{}", ran.stderr);
    let ran = run(&["check", "updateInvoice"], "\u{feff}{\"cgst\":1}\n");
    assert_eq!((ran.status, ran.stdout.contains("byte order mark")), (1, true));
}

#[test]
fn several_files_are_distinguished() {
    let [one, two] = ["one.jsonl", "two.NDJSON"].map(|name| file("streams", name, "{\"cgst\":1}\n{\"cgst\":-1}\n"));
    let json = run(&["check", "updateInvoice", &one, &two, "--output", "json"], "").json();
    let places: Vec<_> = json.iter().map(|line| (line["file"].as_str().unwrap(), line["line"].as_u64().unwrap())).collect();
    assert_eq!(places, [(one.as_str(), 2), (two.as_str(), 2)]);
    assert_eq!(json[0]["report"]["findings"][0]["line"], 2, "the line of the file");
    let human = run(&["check", "updateInvoice", &one, &two], "");
    assert!(human.stdout.contains(&format!("✗ {two}:2:9 cgst  amount.negative")), "{}", human.stdout);
    assert!(human.stderr.starts_with("4 payloads: 2 with errors"), "{}", human.stderr);
}

#[test]
fn a_giant_line_is_reported_and_not_kept() {
    let giant = format!("{{\"x\":\"{}\"}}", "y".repeat(40 << 20));
    let stream = format!("{{\"cgst\":1}}\n{giant}\n{{\"cgst\":-1}}\n");
    let (json, peak) = watched(&["check", "updateInvoice", "--format", "ndjson", "--output", "json"], std::iter::once(stream.clone()));
    let lines: Vec<serde_json::Value> = json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&lines[0]["line"], &lines[1]["line"], lines.len()), (&2.into(), &3.into(), 2));
    let finding = &lines[0]["report"]["findings"][0];
    assert_eq!((&finding["code"], &finding["actual"]), (&"json.too-large".into(), &giant.len().to_string().into()));
    assert!(peak < 64 << 10, "{peak} KB");
    let (text, peak) = watched(&["normalize", "updateInvoice", "--format", "ndjson"], std::iter::once(stream.clone()));
    assert!(text == stream, "it passes unchanged");
    assert!(peak < 64 << 10, "{peak} KB");
}

/// 200,000 payloads go through, and the tiniest with the longest reports.
#[test]
fn memory_is_bounded_and_order_kept() {
    let normalize = ["normalize", "updateInvoice", "--format", "ndjson", "--jobs", "4"];
    let chunks = (0..200).map(|chunk| (chunk * 1000 + 1..=chunk * 1000 + 1000).map(line).collect::<String>());
    let (text, peak) = watched(&normalize, chunks);
    let mut number = 0;
    for got in text.lines() {
        number += 1;
        assert!(got.starts_with(&format!("{{\"poNumber\":\"PO-{number}\"")), "{number}: {got}");
    }
    assert_eq!(number, 200_000);
    assert!(peak < 64 << 10, "{peak} KB");
    #[cfg(target_os = "linux")]
    assert!(peak > 1 << 10, "{peak} KB");
    let (text, peak) =
        watched(&["check", "nbblInvoice", "--format", "ndjson", "--output", "json"], std::iter::repeat_n("{}\n".repeat(1000), 60));
    assert_eq!(text.lines().count(), 60_000);
    assert!(peak < 64 << 10, "{peak} KB");
    let blank = std::iter::repeat_n("\n".repeat(1 << 20), 20);
    let (text, peak) = watched(&["check", "updateInvoice", "--format", "ndjson"], blank);
    assert!(text.is_empty() && peak < 64 << 10, "{peak} KB");
}

/// Runs it on a stream that is made meanwhile: what it writes, and the most memory it had, in KB.
fn watched(words: &[&str], stream: impl Iterator<Item = String> + Send) -> (String, u64) {
    let mut child = bijak().args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let (mut stdin, mut stdout, id) = (child.stdin.take().unwrap(), child.stdout.take().unwrap(), child.id());
    let mut text = Vec::new();
    let peak = std::thread::scope(|scope| {
        let reader = scope.spawn(|| stdout.read_to_end(&mut text).unwrap());
        let watcher = scope.spawn(|| {
            let mut peak = 0;
            while let Some(now) = peak_of(id) {
                peak = now;
                std::thread::sleep(Duration::from_millis(1));
            }
            peak
        });
        for chunk in stream {
            stdin.write_all(chunk.as_bytes()).unwrap();
        }
        drop(stdin);
        reader.join().unwrap();
        watcher.join().unwrap()
    });
    child.wait().unwrap();
    (String::from_utf8(text).unwrap(), peak)
}

/// The most memory that a process has had, in KB, while it runs; none where that cannot be seen.
fn peak_of(id: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

#[test]
fn a_closed_output_ends_it_quietly() {
    let mut child = bijak()
        .args(["check", "updateInvoice", "--format", "ndjson", "--all"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let stream = "{\"tds\":1}\n".repeat(1_000_000);
    let writer = std::thread::spawn(move || stdin.write_all(stream.as_bytes()));
    let mut first = [0; 4];
    stdout.read_exact(&mut first).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    assert!(writer.join().unwrap().is_err(), "it did not read on");

    let mut child = bijak().arg("rules").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn a_pipe_has_no_progress_bar_and_no_colours() {
    let path = file("pipe", "many.ndjson", (1..=20_000).map(line).collect::<String>());
    let ran = run(&["check", "updateInvoice", &path], "");
    for text in [&ran.stdout, &ran.stderr] {
        assert!(!text.contains(['\u{1b}', '\r']), "{text:?}");
    }
}

/// On a terminal, which util-linux' `script` plays: a bar, and colours unless NO_COLOR says no.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_has_a_progress_bar_and_colours() {
    let path = file("terminal", "many.ndjson", (1..=20_000).map(line).collect::<String>());
    let played = |words: &str, no_color: &str| {
        let command = format!("{} check updateInvoice {path} {words}", env!("CARGO_BIN_EXE_bijak"));
        let mut script = std::process::Command::new("script");
        script.args(["-qec", &command, "/dev/null"]).env("TERM", "xterm").env("NO_COLOR", no_color).stdin(Stdio::null());
        String::from_utf8_lossy(&script.output().expect("util-linux has `script`").stdout).into_owned()
    };
    let shown = played("", "");
    assert!(shown.contains("\u{1b}[1m\u{1b}[31m✗") && shown.contains("20,000 payloads: "), "{}", &shown[..400]);
    assert!(!played("", "1").contains("[31m"));
    assert!(played("", "1").contains("MiB/"), "the bar");
    assert!(!played("--quiet", "1").contains("MiB/"));
}
