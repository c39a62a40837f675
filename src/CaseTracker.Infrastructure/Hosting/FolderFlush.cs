using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CaseTracker.Infrastructure.Hosting;

/// <summary>
/// Makes a rename outlive a power cut: names are the folder's content, and on Linux and macOS they are on the disk when the
/// folder was flushed (fsync(2)). .NET opens no folders. Windows keeps names in the journal of its file system.
/// </summary>
internal static class FolderFlush
{
    private const int ReadOnly = 0;

    public static void ToDisk(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = new SafeFileHandle(Open(folder, ReadOnly), ownsHandle: true);
        if (handle.IsInvalid)
        {
            throw new IOException($"The folder {folder} cannot be opened, error {Marshal.GetLastPInvokeError()}.");
        }

        RandomAccess.FlushToDisk(handle);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
