//! What the operating system tells of the machine.

use std::{env::consts, process::Command};

/// The machine's own id, before it is hashed. It never leaves this process.
pub(crate) fn id() -> Option<String> {
    let id = match consts::OS {
        "macos" => {
            quoted_after(&output("ioreg", &["-rd1", "-c", "IOPlatformExpertDevice"])?, "IOPlatformUUID")
        }
        "windows" => {
            let key = r"HKLM\SOFTWARE\Microsoft\Cryptography";
            last_word(&output("reg", &["query", key, "/v", "MachineGuid", "/reg:64"])?)
        }
        _ => first_file(&["/etc/machine-id", "/var/lib/dbus/machine-id", "/etc/hostid"]),
    };
    id.filter(|id| !id.is_empty())
}

/// The host name, which a person recognizes in a list of devices.
pub(crate) fn name() -> Option<String> {
    let name = match consts::OS {
        "windows" => std::env::var("COMPUTERNAME").ok(),
        "linux" => first_file(&["/proc/sys/kernel/hostname", "/etc/hostname"]),
        _ => output("hostname", &[]).map(|name| name.trim().to_owned()),
    };
    name.filter(|name| !name.is_empty())
}

/// `linux-x64`, `windows-x64`, `macos-arm64`.
pub(crate) fn platform() -> String {
    let processor = match consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        other => other,
    };
    format!("{}-{processor}", consts::OS)
}

fn first_file(paths: &[&str]) -> Option<String> {
    let texts = paths.iter().filter_map(|path| std::fs::read_to_string(path).ok());
    texts.map(|text| text.trim().to_owned()).find(|text| !text.is_empty())
}

fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    String::from_utf8(output.stdout).ok()
}

/// The value of `"name" = "value"`.
fn quoted_after(text: &str, name: &str) -> Option<String> {
    let (_, rest) = text.split_once(name)?;
    rest.split('"').nth(2).map(str::to_owned)
}

fn last_word(text: &str) -> Option<String> {
    text.split_whitespace().last().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_answers_of_other_systems_are_understood() {
        let mac = r#"    "IOPlatformUUID" = "564D8E2A-0000-1111-2222-333344445555""#;
        let id = super::quoted_after(mac, "IOPlatformUUID");
        assert_eq!(id.as_deref(), Some("564D8E2A-0000-1111-2222-333344445555"));
        let windows = "HKEY_LOCAL_MACHINE\\X\r\n    MachineGuid    REG_SZ    6f9619ff-8b86\r\n\r\n";
        assert_eq!(super::last_word(windows).as_deref(), Some("6f9619ff-8b86"));
    }
}
