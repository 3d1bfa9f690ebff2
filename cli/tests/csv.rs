//! CSV of AR invoices.
#![cfg(test)]

mod support;

use support::{file, run};

const EXPORT: &str = "\u{feff}Invoice No,Customer ID,Invoice Date,Due Date,Taxable Value,CGST,SGST,Total,Phone,Charge Customer,Salesperson\r\n\
    INV/1,KCAB12CD34EF56GH,15/11/2025,15/12/2025,1000.00,90,90,\"₹ 1,180.00\",9876543210,Yes,Asha\r\n\
    INV/2,KCAB12CD34EF56GH,2025-11-15T10:30:00,2025-12-15,1000.00,90.00,90.00,1180.00,,no,Ravi\r\n\
    INV/3,KCAB12CD34EF56GH,2025-11-15T10:30:00,2025-12-15,0.1,,,0.10,+91 98765 43210,maybe,Ravi\r\n";

#[test]
fn rows_are_checked_as_bodies() {
    let path = file("csv", "export.csv", EXPORT);
    let ran = run(&["check", "createInvoice", &path], "");
    assert_eq!(ran.status, 1);
    let reported: Vec<_> = ran.stdout.lines().filter(|line| !line.starts_with("  ")).collect();
    assert_eq!(
        reported,
        [
            "✗ row 2 column \"Invoice Date\" invoiceDate  date.format",
            "✗ row 2 column \"Due Date\" dueDate  date.format",
            "✗ row 2 column \"Total\" netAmount  amount.as-text",
            "✗ row 4 column \"Phone\" mobileNumber  mobile.shape",
            "✗ row 4 column \"Charge Customer\" chargeCustomer  field.type",
        ],
        "{}",
        ran.stdout
    );
    let (notes, summary) = ran.stderr.split_once('\n').unwrap();
    assert_eq!(notes, format!("{path}: columns not mapped: Salesperson; map one with --map \"Column=field\""));
    assert!(summary.starts_with("3 payloads: 2 with errors, 0 with warnings only; "), "{summary}");
}

#[test]
fn rows_are_reported_to_programs_with_line_row_and_columns() {
    let text = "via,TDS Amount,description\na,\"x\",\"two\nlines\"\nb,1,\nc,y,\nd,1,e,f\n";
    let ran = run(&["check", "updateInvoice", "--format", "csv", "--output", "json"], text);
    let lines = ran.json();
    let places: Vec<_> = lines.iter().map(|line| (line["line"].as_u64().unwrap(), line["row"].as_u64().unwrap())).collect();
    assert_eq!(places, [(2, 2), (5, 4), (6, 5)]);
    assert_eq!(lines[0]["columns"], serde_json::json!({"tds": "TDS Amount"}));
    assert!(lines[0]["report"]["findings"][0].get("line").is_none(), "the body stands in no file");
    assert!(lines[2]["error"].as_str().unwrap().starts_with("4 cells, but the header row has 3;"));
    assert!(ran.stderr.contains("          1  row that cannot be read"), "{}", ran.stderr);
}

#[test]
fn rows_are_normalized_to_bodies() {
    let path = file("csv-normalize", "export.csv", EXPORT);
    let ran = run(&["normalize", "createInvoice", &path, "--quiet"], "");
    let expected = [
        r#"{"invoiceNumber":"INV/1","customerId":"KCAB12CD34EF56GH","invoiceDate":"2025-11-15T00:00:00","dueDate":"2025-12-15","baseAmount":1000.00,"cgst":90,"sgst":90,"netAmount":1180.00,"mobileNumber":"9876543210","chargeCustomer":true}"#,
        r#"{"invoiceNumber":"INV/2","customerId":"KCAB12CD34EF56GH","invoiceDate":"2025-11-15T10:30:00","dueDate":"2025-12-15","baseAmount":1000.00,"cgst":90.00,"sgst":90.00,"netAmount":1180.00,"chargeCustomer":false}"#,
        r#"{"invoiceNumber":"INV/3","customerId":"KCAB12CD34EF56GH","invoiceDate":"2025-11-15T10:30:00","dueDate":"2025-12-15","baseAmount":0.1,"netAmount":0.10,"mobileNumber":"9876543210","chargeCustomer":"maybe"}"#,
    ];
    assert_eq!(ran.stdout.lines().collect::<Vec<_>>(), expected);
    let again = run(&["check", "createInvoice", "--format", "ndjson", "--quiet"], &ran.stdout);
    assert_eq!(again.stdout.lines().next(), Some(r#"✗ 3:196 chargeCustomer  field.type"#), "what was tidied is sound but for one");
}

#[test]
fn columns_are_mapped_by_the_command_line_or_a_file() {
    let text = "Party Code,Worth,Total,Vch No.\nKCAB12CD34EF56GH,5,6,7\n";
    let words = ["normalize", "updateInvoice", "--format", "csv", "--quiet"];
    let mapped = |maps: &[&str]| run(&[&words[..], maps].concat(), text);
    let ran = mapped(&["--map", "Party Code=customerId", "--map", "Worth=netAmount", "--map", "Total="]);
    assert_eq!(ran.stdout, "{\"customerId\":\"KCAB12CD34EF56GH\",\"netAmount\":5,\"invoiceNumber\":\"7\"}\n");
    assert_eq!(ran.stderr, "");
    let path = file("csv-map", "columns.txt", "Party Code = customerId\r\n\r\nWorth=netAmount\r\nTotal=\r\n");
    assert_eq!(mapped(&["--map", &path]).stdout, ran.stdout);
    for (maps, reported) in [
        (&["--map", "Worth=netAmount"][..], "columns `Worth` and `Total` are both netAmount; ignore one with --map \"Total=\""),
        (&["--map", "Wort=netAmount"], "--map names column `Wort`, which is not in the file; did you mean `Worth`?"),
        (&["--map", "Worth=netAmont"], "--map names `netAmont`, which is not a field of UpdateInvoice; did you mean netAmount?"),
        (&["--map", "/no/such.txt"], "--map /no/such.txt: "),
    ] {
        let ran = mapped(maps);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{maps:?}");
        assert!(ran.stderr.contains(reported), "{}", ran.stderr);
    }
    let ran = run(&words, "Colour,Date\nred,1\n");
    assert!(ran.status == 2 && ran.stderr.contains("no column is a field of UpdateInvoice"), "{}", ran.stderr);
    let ran = run(&words, "");
    assert!(ran.status == 2 && ran.stderr.contains("the header row is missing"), "{}", ran.stderr);
}

#[test]
fn rows_that_cannot_be_read_stop_nothing() {
    let text = b"via,tds\na,1\nb\xff,1\nc,1,180\nd,-1\ne,\"1\nf,1\n";
    let ran = run(&["check", "updateInvoice", "--format", "csv", "--max-bytes", "1000"], text);
    let reported: Vec<_> = ran.stdout.lines().filter(|line| line.starts_with('✗')).collect();
    assert_eq!(reported, ["✗ row 3", "✗ row 4", "✗ row 5 column \"tds\" tds  amount.negative", "✗ row 6 column \"tds\" tds  field.type"]);
    let open = format!("via,tds\na,1\nb,\"1\n{}", "c,1\n".repeat(5000));
    let ran = run(&["normalize", "updateInvoice", "--format", "csv", "--max-bytes", "1000"], open);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, "{\"via\":\"a\",\"tds\":1}\n"));
    assert!(ran.stderr.starts_with("✗ row 3\n  the row is longer than 1000 bytes"), "{}", ran.stderr);
}

#[test]
fn rows_keep_their_order_with_many_threads() {
    let mut text = "poNumber,tds\n".to_owned();
    let mut expected = String::new();
    for row in 0..20_000 {
        text += &format!("PO-{row},\"1,{:03}\"\n", row % 1000);
        expected += &format!("{{\"poNumber\":\"PO-{row}\",\"tds\":1{:03}}}\n", row % 1000);
    }
    let ran = run(&["normalize", "updateInvoice", "--format", "csv", "--jobs", "16"], &text);
    assert!(ran.status == 0 && ran.stdout == expected, "{}", ran.stderr);
}

/// Numbers beyond what a float keeps come through to the last digit.
#[test]
fn numbers_are_never_floats() {
    let text = "baseAmount,netAmount\n99999999999999.99,0.30\n";
    let ran = run(&["normalize", "updateInvoice", "--format", "csv"], text);
    assert_eq!(ran.stdout, "{\"baseAmount\":99999999999999.99,\"netAmount\":0.30}\n");
}
